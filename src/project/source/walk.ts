/** Every file of the project's own, by its path. */
import { relative, sep } from "node:path";
import type { ProjectDisk } from "../disk.ts";
import type { Problem } from "../project.ts";
import { ignoringOf, type Ignoring } from "./ignored.ts";
import { foreignFiles, foreignFolders, languageOf } from "./names.ts";

/** Paths sorted within each directory. Links are not followed; what may be missed by that goes to `problems`. */
export function walk(disk: ProjectDisk, problems: Problem[]): string[] {
  const found: string[] = [];
  const waiting: { directory: string; ignoring: Ignoring }[] = [{ directory: "", ignoring: ignoringOf(disk) }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { directory, ignoring } = at;
    const listing = disk.listing(directory);
    if ("unreadable" in listing) {
      const message = `it cannot be listed, ${listing.unreadable}: what is in it may need any package`;
      problems.push({ kind: "directory-unreadable", path: directory || ".", message, fatal: false });
      continue;
    }
    if (isReport(directory, listing.entries)) continue;
    for (const { name, kind } of listing.entries) {
      const path = directory === "" ? name : `${directory}/${name}`;
      if (kind === "other" || foreignFolders.has(name) || ignoring.ignores(path, kind === "directory")) continue;
      if (kind === "file" && !foreignFiles.has(name)) found.push(path);
      if (kind === "symlink") reportLink(disk, path, problems);
      if (kind === "directory") waiting.push({ directory: path, ignoring: ignoring.inside(path) });
    }
  }
  return found.sort((a, b) => (a < b ? -1 : 1));
}

/** A coverage report: the folder's name and what such tools leave in it. */
function isReport(directory: string, entries: readonly { readonly name: string }[]): boolean {
  if (!/(?:^|\/)(?:coverage|lcov-report)$/.test(directory)) return false;
  const left = new Set([
    "lcov.info",
    "lcov-report",
    "coverage-final.json",
    "clover.xml",
    "coverage-summary.json",
    "prettify.js",
  ]);
  return entries.some(({ name }) => left.has(name));
}

function reportLink(disk: ProjectDisk, path: string, problems: Problem[]): void {
  const link = disk.link(path);
  if (link.kind === "broken") return;
  if (link.kind === "loop") {
    problems.push({
      kind: "symlink-loop",
      path,
      message: "its symbolic links run in a circle: remove it",
      fatal: false,
    });
    return;
  }
  const way = relative(disk.realpath(""), link.target).split(sep).join("/");
  if (way === "" || `${path}/`.startsWith(`${way}/`)) {
    const message = "it links to a directory above itself, so it was not followed";
    problems.push({ kind: "symlink-loop", path, message, fatal: false });
  } else if ((way === ".." || way.startsWith("../")) && (link.kind === "directory" || languageOf(path) !== undefined)) {
    const kind = link.kind === "directory" ? "directory-unreadable" : "source-unreadable";
    problems.push({ kind, path, message: "it links out of the project, so it was not followed", fatal: false });
  }
}
