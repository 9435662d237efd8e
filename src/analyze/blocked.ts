/** What keeps a package beyond its usages in the sources: files that are not rewritten, and records that name it. */
import { ts } from "../typescript.ts";
import type { Project } from "../project/project.ts";
import { findMappings } from "./mapped.ts";
import { splitSpecifier } from "./usages/syntax.ts";

/** Why a package cannot go, a sentence each; empty when nothing of the kind holds it. */
export function findBlocks(project: Project, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const blocks = new Map<string, string[]>([...names].map((name) => [name, []]));
  for (const { path, reason } of project.skipped ?? []) {
    // A bundle of browserify holds what it requires: its require is its own.
    if (reason === "bundled by browserify") continue;
    const file = project.disk.read(path);
    if (!("text" in file) || ![...names].some((name) => file.text.includes(name))) continue;
    const loaded = ts
      .preProcessFile(file.text, true, true)
      .importedFiles.map(({ fileName }) => splitSpecifier(fileName)?.package);
    for (const name of new Set(loaded))
      blocks.get(name ?? "")?.push(`${path} loads it and is not rewritten (${reason})`);
  }
  for (const { path } of project.sources) {
    const name = /(?:^|\/)__mocks__\/((?:@[^/]+\/)?[^/]+)\.[cm]?[jt]sx?$/.exec(path)?.[1];
    blocks.get(name ?? "")?.push(`${path} stands in for it in tests`);
  }
  for (const directory of new Set(project.manifests.map((manifest) => manifest.directory)))
    for (const patch of project.disk.list(directory === "" ? "patches" : `${directory}/patches`))
      for (const name of names)
        if (patch.startsWith(`${name.replace("/", "+")}+`)) blocks.get(name)?.push(`patches/${patch} changes its code`);
  for (const { id, name, source } of project.graph.known ? project.graph.graph.nodes.values() : [])
    // yarn patches some packages by itself, for Plug'n'Play alone.
    if (source === "patch" && !id.includes("builtin<")) {
      const reasons = blocks.get(name);
      if (reasons?.includes(patched) === false) reasons.push(patched);
    }
  for (const manifest of project.manifests) {
    for (const name of keysOf(manifest.json["browser"]))
      blocks.get(name)?.push(`"browser" in ${manifest.path} maps it to something else`);
  }
  if (isOfDeno(project))
    for (const reasons of blocks.values())
      reasons.push("deno's files are read for advice and not edited: take it out by hand, then run deno install");
  for (const [name, reasons] of findMappings(project, names)) blocks.get(name)?.push(...reasons);
  return blocks;
}

/** True where deno resolves the names: by deno.lock, or without a package.json. */
function isOfDeno({ disk }: Project): boolean {
  return disk.exists("deno.lock") || !disk.exists("package.json");
}

const patched = "a patch that the package manager applies changes its code";

function keysOf(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
