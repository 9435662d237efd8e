/** Entries of the lockfile that a registry would not have written: other hosts, no encryption, weak or no hashes, other names. */
import validRange from "semver/ranges/valid.js";
import type { PackageGraph, PackageNode } from "../../project/graph.ts";
import { type AuditContext, defineCheck, withoutTree } from "../check.ts";
import { labelOf, type Finding } from "../finding.ts";
import { takenFromElsewhere } from "../overrides.ts";
import { lastSetting, type Setting } from "../settings.ts";

export const lockfileEntries = defineCheck("lockfile-entries", (context) => {
  const { graph } = context;
  if (graph === undefined) return withoutTree(context);
  const asked = askedAsRelease(context, graph);
  const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
  const remote = packages.filter(({ id, source }) => source === "registry" || (source === "url" && asked.has(id)));
  const others = packages.filter(({ id, source }) => source === "git" && asked.has(id));
  const registries = registryHosts(context, remote);
  const unfetched = forOtherPlatforms(context, graph);
  const isUnfetched = (node: PackageNode): boolean => node.integrity === undefined && unfetched.has(labelOf(node));
  const left = remote.filter(isUnfetched).length;
  const located = remote.filter(({ resolved }) => hostOf(resolved) !== undefined);
  return {
    findings: [
      ...(left === 0 ? [] : [withoutHash(left, graph.source)]),
      ...[...remote, ...others].flatMap((node) => {
        if (node.source === "git") return [{ ...fromGit(node), subject: labelOf(node), ...context.placeOf(node) }];
        const faults = [
          ...judgePlace(node, registries),
          ...judgeName(node),
          ...(isUnfetched(node) ? [] : judgeHash(node, graph.manager === "yarn")),
        ];
        return faults.map((fault) => ({ ...fault, subject: labelOf(node), ...context.placeOf(node) }));
      }),
    ],
    unknown:
      located.length < remote.length
        ? [
            `where ${remote.length - located.length} of ${remote.length} packages come from: ${graph.source} does not record it`,
          ]
        : [],
  };
});

/** Packages that are asked for by a range of releases, which a registry alone answers; an override may say otherwise. */
function askedAsRelease(context: AuditContext, graph: PackageGraph): ReadonlySet<string> {
  const elsewhere = takenFromElsewhere(context);
  const edges = [...graph.edges.values()].flat();
  return new Set(
    edges.flatMap(({ name, range, to }) =>
      to !== undefined && validRange(range) !== null && !elsewhere.has(name) ? [to] : [],
    ),
  );
}

/** Packages whose entry has conditions: yarn records no hash for what it did not fetch on the machine of whoever wrote it. */
function forOtherPlatforms({ project }: AuditContext, graph: PackageGraph): ReadonlySet<string> {
  const file = graph.manager === "yarn" ? project.disk.read(graph.source) : undefined;
  const text = file !== undefined && "text" in file ? file.text : "";
  if (!/^ {2}conditions: /m.test(text)) return new Set();
  const blocks = text.split(/\r?\n\r?\n/).filter((block) => /^ {2}conditions: /m.test(block));
  return new Set(
    blocks.flatMap((block) => {
      const name = /^ {2}resolution: "?(@?[^@"]+)@npm:/m.exec(block)?.[1];
      const version = /^ {2}version: "?([^"\s]+)/m.exec(block)?.[1];
      return name === undefined || version === undefined ? [] : [`${name}@${version}`];
    }),
  );
}

function withoutHash(count: number, path: string): Omit<Finding, "check"> {
  return {
    severity: "info",
    subject: `${count} package${count === 1 ? "" : "s"} for certain platforms`,
    message: "yarn records no hash of what the machine that wrote the lockfile did not fetch",
    advice: "name every platform you install on in supportedArchitectures of .yarnrc.yml",
    path,
    count,
  };
}

function fromGit({ resolved }: PackageNode): Fault {
  const message = `it comes from git, though a release is asked for: ${resolved ?? "where from is not recorded"}`;
  return { severity: "high", message, advice: "find out who put it there, and resolve it again" };
}

interface Registries {
  readonly hosts: ReadonlySet<string>;
  /** "the registries of .npmrc", or "the host of most of its packages". */
  readonly words: string;
}

/** The hosts of the registries that are configured; where none is, the host most packages come from. */
function registryHosts({ settings }: AuditContext, nodes: readonly PackageNode[]): Registries {
  const configured = settings.filter(isRegistry).flatMap(({ value }) => hostOf(value) ?? []);
  const hosts = nodes.flatMap(({ resolved }) => hostOf(resolved) ?? []);
  const counts = new Map<string, number>();
  for (const host of hosts) counts.set(host, (counts.get(host) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const hasDefault =
    lastSetting(settings, ".npmrc", "registry") ?? settings.find(({ name }) => name === "npmRegistryServer");
  if (hasDefault !== undefined) return { hosts: new Set(configured), words: "the registries that are configured" };
  return { hosts: new Set([...configured, ...(most === undefined ? [] : [most])]), words: "the host of most packages" };
}

function isRegistry({ name }: Setting): boolean {
  return (
    name === "registry" ||
    name.endsWith(":registry") ||
    name.endsWith("npmRegistryServer") ||
    /^install\.(?:registry|scopes)/.test(name)
  );
}

type Fault = Pick<Finding, "severity" | "message" | "advice">;

function judgePlace({ resolved }: PackageNode, { hosts, words }: Registries): Fault[] {
  const host = hostOf(resolved);
  if (host === undefined) return [];
  const found: Fault[] = [];
  if (resolved?.startsWith("http:"))
    found.push({ severity: "high", message: "it is fetched without encryption", advice: "use https" });
  if (!hosts.has(host))
    found.push({
      severity: "high",
      message: `it is fetched from ${host}, which is not one of ${words}`,
      advice: "find out who put it there; resolve it again, or configure that registry",
    });
  return found;
}

/** An address of a registry holds the name of its package; an alias's real name is what the entry says it is. */
function judgeName({ name, resolved }: PackageNode): Fault[] {
  if (resolved === undefined || hostOf(resolved) === undefined) return [];
  const written = decodeURIComponent(new URL(resolved).pathname).toLowerCase();
  if (`${written}/`.includes(`/${name.toLowerCase()}/`)) return [];
  const message = `its address does not name it: ${resolved}`;
  return [{ severity: "high", message, advice: "find out who put it there, and resolve it again" }];
}

function judgeHash({ integrity, resolved }: PackageNode, isYarn: boolean): Fault[] {
  const hasOldHash = isYarn && resolved?.includes("#") === true;
  if (integrity === undefined && !hasOldHash)
    return [{ severity: "medium", message: "its content is not held to a hash", advice: "resolve it again" }];
  const isWeak = integrity === undefined || /^(?:sha1|md5)-\S+$/.test(integrity.trim());
  return isWeak ? [{ severity: "low", message: "it has a weak hash only (SHA-1)", advice: "resolve it again" }] : [];
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address)
    ? new URL(address).host
    : undefined;
}
