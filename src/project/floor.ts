/** The lowest runtime a workspace promises. */
import { posix } from "node:path";
import coerce from "semver/functions/coerce.js";
import compare from "semver/functions/compare.js";
import minVersion from "semver/ranges/min-version.js";
import validRange from "semver/ranges/valid.js";
import { browserEvidence } from "./browser.ts";
import { isRecord, type RawManifest } from "./manifest.ts";
import type { Disk, RuntimeFloor } from "./project.ts";
import type { TsConfig } from "./tsconfig.ts";

/** The lowest Node shrinkdeps itself runs on, so that the maintainer of the project has it. */
const assumed = "20.12.0";
/** Stands for "any": a promise that is there and cannot be understood. */
const lowest = "0.10.0";

interface Promised {
  readonly node: string;
  readonly source: string;
}

/**
 * Floor of a workspace. Promises are engines.node (its own, or the root's) and browserslist; the lowest wins. Without one,
 * what the project is developed and tested on is the evidence (workflow matrices, .nvmrc and their kin): a private
 * project's floor is the lowest of it, a published package's is that or the assumed one, whichever is lower.
 */
export function floorOf(
  disk: Disk,
  manifest: RawManifest,
  root: RawManifest,
  tsconfigs: readonly TsConfig[],
  names: readonly string[],
): RuntimeFloor {
  const queries = browserQueries(disk, manifest, root);
  const browser = queries?.browser ?? browserEvidence(manifest, tsconfigs, names);
  const side = browser === undefined ? { browser: false } : { browser: true, browserSource: browser };
  const engines = enginesOf(manifest) ?? (manifest === root ? undefined : enginesOf(root));
  const promises = [engines, queries?.node].filter((promise) => promise !== undefined);
  const promised = lowestOf(promises);
  if (promised !== undefined) return { ...promised, ...side };

  const evidence = lowestOf(testedVersions(disk, names));
  const nothing = {
    node: assumed,
    source: `assumed: no version of Node is promised, and shrinkdeps itself needs ${assumed}`,
  };
  if (evidence === undefined) return { ...nothing, ...side };
  const isPrivate = manifest.json.private === true;
  return { ...(isPrivate ? evidence : (lowestOf([evidence, nothing]) ?? nothing)), ...side };
}

function enginesOf({ json, path }: RawManifest): Promised | undefined {
  const range = isRecord(json.engines) ? json.engines.node : undefined;
  if (typeof range !== "string" || ["", "*", "x", "latest"].includes(range.trim())) return undefined;
  const source = `engines.node in ${path}`;
  if (validRange(range) === null) return { node: lowest, source: `${source}, which is no range: any version` };
  return { node: minVersion(range)?.version ?? lowest, source };
}

/** Node versions and browsers that browserslist asks for; undefined when there is no such configuration. */
function browserQueries(disk: Disk, manifest: RawManifest, root: RawManifest) {
  for (const { json, directory, path } of manifest === root ? [manifest] : [manifest, root]) {
    const own = queriesIn(json.browserslist);
    if (own.length > 0) return judgeQueries(own, `browserslist in ${path}`);
    const file = disk.read(posix.join(directory, ".browserslistrc"));
    if ("unreadable" in file) continue;
    const lines = file.text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim());
    return judgeQueries(
      lines.filter((line) => line !== "" && !line.startsWith("[")),
      posix.join(directory, ".browserslistrc"),
    );
  }
  return undefined;
}

function queriesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  return isRecord(value) ? Object.values(value).flatMap(queriesIn) : [];
}

function judgeQueries(queries: readonly string[], source: string): { node?: Promised; browser?: string } {
  const nodes: Promised[] = [];
  let browser: string | undefined;
  for (const query of queries.flatMap((line) => line.split(/,|\bor\b/)).map((part) => part.trim().toLowerCase())) {
    if (query === "" || query.startsWith("not ")) continue;
    if (!query.includes("node")) {
      browser ??= `${source} names browsers (${query})`;
      continue;
    }
    const version = /^node (?:>=? ?)?v?(\d+(?:\.\d+){0,2})$/.exec(query)?.[1];
    const isMaintained = query === "maintained node versions" || query === "current node";
    const node = version === undefined ? undefined : coerce(version)?.version;
    nodes.push({ node: node ?? (isMaintained ? assumed : lowest), source });
  }
  const node = lowestOf(nodes);
  return { ...(node !== undefined && { node }), ...(browser !== undefined && { browser }) };
}

/** Versions of Node the project is run on: matrices of workflows, and the files of version managers. */
function testedVersions(disk: Disk, names: readonly string[]): Promised[] {
  const found: Promised[] = [];
  const add = (written: string, source: string) => {
    const node = /^v?(\d+)(?:\.(?:x|\d+))*$/.test(written.trim()) ? coerce(written)?.version : undefined;
    if (node !== undefined) found.push({ node, source });
  };
  for (const name of [".nvmrc", ".node-version"]) {
    const file = names.includes(name) ? disk.read(name) : undefined;
    if (file !== undefined && "text" in file) add(file.text, name);
  }
  for (const path of names.filter((name) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(name))) {
    const file = disk.read(path);
    if ("unreadable" in file) continue;
    for (const [, list] of file.text.matchAll(
      /\bnode(?:[-_]?versions?)?["']?:\s*((?:\[[^\]]*\])|(?:(?:\s*-\s*["']?[\w.]+["']?\s*\n)+)|["']?v?\d[\w.]*)/g,
    )) {
      for (const [version] of (list ?? "").matchAll(/v?\d+(?:\.(?:x|\d+))*/g)) add(version, path);
    }
  }
  return found;
}

function lowestOf(promises: readonly Promised[]): Promised | undefined {
  return [...promises].sort((a, b) => compare(a.node, b.node))[0];
}
