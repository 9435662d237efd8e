/** A project made of texts, for tests that need no disk. */
import type { PackageEdge, PackageGraph, PackageNode } from "../../src/project/graph.ts";
import type { Dependency, Disk, Manifest, Problem, Project, SourceFile, TextFile } from "../../src/project/project.ts";

export interface MemoryOptions {
  readonly problems?: readonly Problem[];
  readonly graph?: PackageGraph;
}

const SECTIONS = [
  ["dependencies", "prod"],
  ["devDependencies", "dev"],
  ["peerDependencies", "peer"],
  ["optionalDependencies", "optional"],
] as const;

/** Files by path; every package.json outside node_modules is a manifest, every program a source, the rest texts. */
export function projectOf(files: Readonly<Record<string, string>>, options: MemoryOptions = {}): Project {
  const own = Object.keys(files).filter((path) => !path.includes("node_modules/"));
  const manifests = own
    .filter((path) => /(?:^|\/)package\.json$/.test(path))
    .sort()
    .map((path) => manifestOf(path, files[path]!))
    .sort((a, b) => a.directory.length - b.directory.length);
  const workspaceOf = (path: string) =>
    [...manifests].reverse().find(({ directory }) => directory === "" || path.startsWith(`${directory}/`))!.directory;
  const sources: SourceFile[] = [];
  const texts: TextFile[] = [];
  for (const path of own) {
    if (/(?:^|\/)package\.json$/.test(path)) continue;
    const workspace = workspaceOf(path);
    const program = /\.[cm]?([jt]sx?)$/.exec(path);
    if (program !== null) {
      const language = path.endsWith(".d.ts") ? "dts" : (program[1] as "js" | "jsx" | "ts" | "tsx");
      sources.push({ path, workspace, language, moduleKind: "unknown" });
    } else {
      texts.push({ path, workspace, kind: kindOf(path) });
    }
  }
  return {
    root: "/memory",
    manifests,
    graph:
      options.graph === undefined ? { known: false, reason: "no lockfile" } : { known: true, graph: options.graph },
    sources,
    texts,
    problems: options.problems ?? [],
    disk: diskOf(files),
  };
}

function manifestOf(path: string, text: string): Manifest {
  const directory = path.replace(/\/?package\.json$/, "");
  const json: Record<string, unknown> = JSON.parse(text);
  const dependencies: Dependency[] = SECTIONS.flatMap(([section, kind]) =>
    Object.entries(json[section] ?? {}).map(([name, range]) => ({
      name,
      range: String(range),
      kind,
      workspace: directory,
    })),
  );
  return {
    path,
    directory,
    name: typeof json["name"] === "string" ? json["name"] : undefined,
    text,
    json,
    dependencies,
    scripts: Object.fromEntries(Object.entries(json["scripts"] ?? {}).map(([key, value]) => [key, String(value)])),
    floor: { node: "20.12.0", source: "assumed", browser: false },
  };
}

function kindOf(path: string): TextFile["kind"] {
  if (/^\.github\/workflows\//.test(path)) return "workflow";
  if (/Dockerfile/.test(path)) return "dockerfile";
  if (/\.sh$/.test(path)) return "shell";
  if (/^\.husky\//.test(path)) return "hook";
  if (/\.html$/.test(path)) return "html";
  return /\.(?:json5?|ya?ml)$|rc$/.test(path) ? "config" : "other";
}

function diskOf(files: Readonly<Record<string, string>>): Disk {
  const paths = Object.keys(files);
  const isDirectory = (path: string) => paths.some((file) => path === "." || file.startsWith(`${path}/`));
  return {
    read: (path) => (Object.hasOwn(files, path) ? { text: files[path]! } : { unreadable: "not found" }),
    exists: (path) => Object.hasOwn(files, path) || isDirectory(path),
    isDirectory,
    list: (path) => {
      const prefix = path === "." ? "" : `${path}/`;
      const inside = paths.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
      return [...new Set(inside.map((file) => file.replace(/\/.*$/, "")))].sort();
    },
    realpath: (path) => path,
  };
}

/** A package of the test's own graph: what it needs by id, and what it asks for as a peer. */
export interface Needs {
  readonly prod?: readonly string[];
  readonly peer?: readonly string[];
  readonly optionalPeer?: readonly string[];
  readonly bytes?: number;
  readonly installScript?: boolean;
}

/** A graph of packages "a@1.0.0", each at node_modules/a; importers are named by their directory ("" is the root). */
export function graphOf(
  importers: Readonly<Record<string, readonly string[]>>,
  packages: Readonly<Record<string, Needs>>,
): PackageGraph {
  const nodes = new Map<string, PackageNode>();
  const edges = new Map<string, readonly PackageEdge[]>();
  const edge = (name: string, kind: PackageEdge["kind"], optionalPeer = false): PackageEdge => ({
    name,
    kind,
    range: "*",
    ...(optionalPeer ? { optionalPeer } : {}),
    to: Object.hasOwn(packages, name) ? `node_modules/${name}` : undefined,
  });
  const plain = { resolved: undefined, integrity: undefined, peers: undefined, dev: false, optional: false };
  for (const [directory, names] of Object.entries(importers)) {
    nodes.set(directory, {
      ...plain,
      id: directory,
      locations: [directory],
      source: "workspace",
      name: directory,
      version: undefined,
      importer: true,
      installScript: false,
      bytes: 0,
    });
    edges.set(
      directory,
      names.map((name) => edge(name, "prod")),
    );
  }
  for (const [name, needs] of Object.entries(packages)) {
    const id = `node_modules/${name}`;
    const { bytes = 10, installScript = false } = needs;
    const place = { id, locations: [id], source: "registry" } as const;
    nodes.set(id, { ...plain, ...place, name, version: "1.0.0", importer: false, installScript, bytes });
    edges.set(id, [
      ...(needs.prod ?? []).map((other) => edge(other, "prod")),
      ...(needs.peer ?? []).map((other) => edge(other, "peer")),
      ...(needs.optionalPeer ?? []).map((other) => edge(other, "peer", true)),
    ]);
  }
  return {
    nodes,
    edges,
    importers: new Map(Object.keys(importers).map((key) => [key, key])),
    source: "package-lock.json",
    manager: "npm",
  };
}
