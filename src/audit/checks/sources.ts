/** Dependencies that come from git, a URL or a file instead of a registry. */
import type { PackageNode } from "../../project/graph.ts";
import { locateJson } from "../../project/json.ts";
import { dependencySections, isRecord, type RawManifest } from "../../project/manifest.ts";
import { type AuditContext, defineCheck } from "../check.ts";
import type { Finding } from "../finding.ts";
import { sourceOf } from "../specifier.ts";

export const sources = defineCheck("sources", (context) => {
  const { project, graph } = context;
  const direct = [...project.manifests.flatMap(directFindings), ...overridesOfPnpm(context)];
  const named = new Set(project.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
  const deeper =
    graph === undefined ? [] : [...graph.nodes.values()].filter((node) => !node.importer && !named.has(node.name));
  return {
    findings: [...direct, ...deeper.flatMap((node) => deepFindings(node, context))],
    unknown:
      graph === undefined && !project.graph.known ? [`what deeper packages come from: ${project.graph.reason}`] : [],
  };
});

function directFindings(manifest: RawManifest): Omit<Finding, "check">[] {
  const sections = dependencySections.map(([section]) => [section]);
  return [...sections, ["overrides"], ["resolutions"], ["pnpm", "overrides"]].flatMap((section) => {
    const entries = section.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), manifest.json);
    return isRecord(entries) ? entryFindings(manifest, section, entries) : [];
  });
}

/** An override may hold others, for what a package alone brings. */
function entryFindings(
  manifest: RawManifest,
  section: readonly string[],
  entries: Readonly<Record<string, unknown>>,
): Omit<Finding, "check">[] {
  return Object.entries(entries).flatMap(([name, spec]) => {
    const way = [...section, name];
    if (isRecord(spec)) return entryFindings(manifest, way, spec);
    const found = typeof spec === "string" ? judge(spec) : undefined;
    if (found === undefined) return [];
    const line = locateJson(manifest.text, way)?.line;
    return [{ ...found, subject: `${name}@${String(spec)}`, path: manifest.path, ...(line !== undefined && { line }) }];
  });
}

function overridesOfPnpm({ settings }: AuditContext): Omit<Finding, "check">[] {
  return settings.flatMap(({ path, line, name, value }) => {
    const [, overridden] = /^overrides\.(.+)$/.exec(name) ?? [];
    const found = path === "pnpm-workspace.yaml" && overridden !== undefined ? judge(value) : undefined;
    return found === undefined ? [] : [{ ...found, subject: `${overridden}@${value}`, path, line }];
  });
}

function deepFindings(node: PackageNode, { placeOf }: AuditContext): Omit<Finding, "check">[] {
  const from = node.resolved ?? node.version ?? "";
  if (node.source === "git")
    return [
      {
        severity: "low",
        subject: node.name,
        ...placeOf(node),
        message: `a package in the tree comes from git: ${from}`,
      },
    ];
  if (node.source === "url")
    return [
      {
        severity: "low",
        subject: node.name,
        ...placeOf(node),
        message: `a package in the tree comes from a URL: ${from}`,
      },
    ];
  return [];
}

/** What a range says of its source; undefined for one of a registry, a workspace or a catalog. */
function judge(spec: string): Pick<Finding, "severity" | "message" | "advice"> | undefined {
  const source = sourceOf(spec);
  if (source.kind === "git") {
    // A commit that is named in full is still only what its host hands out.
    if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(source.ref))
      return { severity: "info", message: "it comes from git, at a full commit, and past the registry's checks" };
    const what = source.ref === "" ? "names no commit" : `names ${JSON.stringify(source.ref)}, which may move`;
    return {
      severity: "medium",
      message: `it comes from git and ${what}`,
      advice: "name the full commit, or use a release",
    };
  }
  if (source.kind === "url")
    return {
      severity: source.encrypted ? "medium" : "high",
      message: source.encrypted
        ? "it comes from a URL, whose content may change"
        : "it comes from a URL without encryption",
      advice: "use a release from the registry",
    };
  return source.kind === "path" ? { severity: "info", message: "it comes from a path of this machine" } : undefined;
}
