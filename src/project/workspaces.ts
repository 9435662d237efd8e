/** Directories of workspaces, from the patterns of the root's manifest or of a file of its manager's. */
import type { ProjectDisk } from "./disk.ts";
import { locateJson } from "./json.ts";
import type { LockFormat } from "./lock/format.ts";
import { isRecord, type RawManifest } from "./manifest.ts";
import { createMatcher, matchesPattern } from "./patterns.ts";
import type { Problem } from "./project.ts";

interface Patterns {
  /** The file they stand in. */
  readonly path: string;
  readonly list: readonly string[];
  /** A negation holds wherever it stands in the list; for npm a later pattern takes it back. */
  readonly isFinal: boolean;
}

/** Relative directories that hold a workspace's manifest, by one of its `names`, sorted. What cannot be understood goes to `problems`. */
export function workspaceDirectories(
  disk: ProjectDisk,
  root: RawManifest,
  problems: Problem[],
  formats: readonly LockFormat[],
  names: readonly string[],
): string[] {
  const told = formats.find(
    ({ workspaces, files }) =>
      workspaces !== undefined &&
      disk.exists(workspaces.file) &&
      (!hasWorkspaces(root) || files.some((file) => disk.exists(file))),
  )?.workspaces;
  const { path, list, isFinal } =
    told === undefined
      ? patternsOfManifest(root, problems)
      : { path: told.file, list: told.read(disk, problems), isFinal: true };
  const { patterns, negated } = sortPatterns(list, isFinal);
  const found = new Set(patterns.flatMap((pattern) => expand(disk, pattern)));
  return [...found]
    .filter((directory) => directory !== "" && !negated.some((pattern) => matchesPattern(directory, pattern)))
    .filter((directory) => hasManifest(disk, directory, { patterns, path, names }, problems))
    .sort((a, b) => (a < b ? -1 : 1));
}

function hasWorkspaces({ json }: RawManifest): boolean {
  return Object.hasOwn(json, "workspaces") && json.workspaces !== undefined && json.workspaces !== null;
}

function patternsOfManifest(root: RawManifest, problems: Problem[]): Patterns {
  const { path } = root;
  if (!hasWorkspaces(root)) return { path, list: [], isFinal: false };
  const declared = root.json.workspaces;
  const list = isRecord(declared) ? (declared.packages ?? []) : declared;
  if (Array.isArray(list) && list.every((item): item is string => typeof item === "string")) {
    return { path, list, isFinal: false };
  }
  const line = locateJson(root.text, ["workspaces"])?.line;
  const message = '"workspaces" must be a list of patterns, or an object with such a list in "packages"; none was read';
  problems.push({ kind: "manifest-malformed", path, ...(line !== undefined && { line }), message, fatal: false });
  return { path, list: [], isFinal: false };
}

/** npm drops a negation when a later pattern matches it literally: `["a/**", "!a/b/**", "a/b/c"]` has a/b/c. */
function sortPatterns(list: readonly string[], isFinal: boolean) {
  const patterns: string[] = [];
  let negated: string[] = [];
  for (const written of list) {
    const marks = /^!*/.exec(written)?.[0].length ?? 0;
    const pattern = written
      .slice(marks)
      .replaceAll("\\", "/")
      .replace(/^\.?\/+/, "")
      .replace(/\/+$/, "");
    if (marks % 2 === 1) {
      negated.push(pattern);
    } else if (pattern !== "" && pattern !== ".") {
      if (!isFinal) negated = negated.filter((negation) => !matchesPattern(pattern, negation));
      patterns.push(pattern);
    }
  }
  return { patterns, negated };
}

function expand(disk: ProjectDisk, pattern: string): string[] {
  if (pattern.split("/").includes("..")) return [];
  const matcher = createMatcher(pattern);
  if (!matcher.hasMagic()) return [pattern];
  const found: string[] = [];
  const waiting: string[] = [""];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    const listing = disk.listing(directory);
    if ("unreadable" in listing) continue;
    for (const { name, kind } of listing.entries) {
      const path = directory === "" ? name : `${directory}/${name}`;
      const isDirectory =
        kind === "directory" || (kind === "symlink" && !pattern.includes("**") && disk.isDirectory(path));
      if (!isDirectory || name === "node_modules" || name === ".git") continue;
      if (matcher.match(path)) found.push(path);
      if (matcher.match(path, true)) waiting.push(path);
    }
  }
  return found;
}

function hasManifest(
  disk: ProjectDisk,
  directory: string,
  {
    patterns,
    path,
    names,
  }: { readonly patterns: readonly string[]; readonly path: string; readonly names: readonly string[] },
  problems: Problem[],
): boolean {
  if (names.some((name) => disk.exists(`${directory}/${name}`))) return true;
  if (patterns.includes(directory)) {
    const message = `${path} names it as a workspace, and there is no ${names.join(" or ")} in it`;
    problems.push({ kind: "manifest-missing", path: directory, message, fatal: false });
  }
  return false;
}
