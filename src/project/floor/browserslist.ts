/** What a browserslist configuration promises: the oldest Node, and the month whose browsers are the oldest it names. */
import { posix } from "node:path";
import coerce from "semver/functions/coerce.js";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Disk } from "../project.ts";
import { monthOf, oldest } from "./browsers.ts";
import { assumed, lowest, lowestOf, type Promised } from "./promise.ts";

export interface BrowserPromise {
  readonly node?: Promised;
  /** In words, when it names any browser: "browserslist in package.json names browsers (> 1%)". */
  readonly browser?: string;
  /** Year and month: what every browser had by then, all it names have. Absent when its queries are about usage alone. */
  readonly baseline?: string;
}

/** The queries of a workspace or, without any, of the root; undefined when there is no such configuration. */
export function browserQueries(disk: Disk, manifest: RawManifest, root: RawManifest): BrowserPromise | undefined {
  for (const { json, directory, path } of manifest === root ? [manifest] : [manifest, root]) {
    const own = queriesIn(json.browserslist);
    if (own.length > 0) return judgeQueries(own, `browserslist in ${path}`);
    for (const name of [".browserslistrc", "browserslist"]) {
      const file = disk.read(posix.join(directory, name));
      if ("unreadable" in file) continue;
      const lines = file.text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim());
      return judgeQueries(
        lines.filter((line) => line !== "" && !line.startsWith("[")),
        posix.join(directory, name),
      );
    }
  }
  return undefined;
}

/** Of several environments (production, development) all count. */
function queriesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === "string");
  return isRecord(value) ? Object.values(value).flatMap(queriesIn) : [];
}

function judgeQueries(queries: readonly string[], source: string): BrowserPromise {
  const nodes: Promised[] = [];
  const months: string[] = [];
  let browser: string | undefined;
  for (const query of queries.flatMap((line) => line.split(/,|\bor\b/)).map((part) => part.trim().toLowerCase())) {
    if (query === "" || query.startsWith("not ")) continue;
    if (/\bnode\b/.test(query)) {
      nodes.push({ node: nodeOf(query), source });
      continue;
    }
    browser ??= `${source} names browsers (${query})`;
    const month = monthOf(query);
    if (month !== undefined) months.push(month);
  }
  const node = lowestOf(nodes);
  const baseline = oldest(months);
  return {
    ...(node !== undefined && { node }),
    ...(browser !== undefined && { browser }),
    ...(baseline !== undefined && { baseline }),
  };
}

function nodeOf(query: string): string {
  const version = /^node (?:>=? ?)?v?(\d+(?:\.\d+){0,2})(?: ?- ?[\d.]+)?$/.exec(query)?.[1];
  const isMaintained = query === "maintained node versions" || query === "current node";
  return (version === undefined ? undefined : coerce(version)?.version) ?? (isMaintained ? assumed : lowest);
}
