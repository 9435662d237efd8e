/** The files of a project's own recipes: those its settings name by pattern. */
import { Minimatch } from "minimatch";
import { ShrinkdepsError } from "../../errors.ts";
import { locateJson } from "../../project/json.ts";
import type { Disk, Project, Settings } from "../../project/project.ts";
import { settingsPath } from "../../project/settings.ts";

/**
 * Paths relative to the root, sorted, inside the project and reached without a symlink to a directory. A pattern that
 * begins with "!" takes files out again. Throws `settings` with the line for one that leads out or matches nothing.
 */
export function findRecipeFiles(project: Pick<Project, "disk">, settings: Settings): readonly string[] {
  const patterns = (settings.recipes ?? []).map((written) => ({
    written,
    isNegated: written.startsWith("!"),
    pattern: written.replace(/^!?(?:\.\/)*/, ""),
  }));
  const found = new Set<string>();
  for (const { written, pattern, isNegated } of patterns) {
    if (/^(?:\/|[A-Za-z]:)|(?:^|\/)\.\.(?:\/|$)|\\/.test(pattern))
      throw failure(project.disk, settings, `${JSON.stringify(written)} is not a path inside the project, with "/"`);
    if (isNegated) continue;
    const files = expand(project.disk, pattern);
    if (files.length === 0) throw failure(project.disk, settings, `no file is named ${JSON.stringify(written)}`);
    for (const file of files) found.add(file);
  }
  const negated = patterns.filter(({ isNegated }) => isNegated).map(({ pattern }) => new Minimatch(pattern));
  return [...found].filter((file) => !negated.some((matcher) => matcher.match(file))).sort();
}

function expand(disk: Disk, pattern: string): readonly string[] {
  const matcher = new Minimatch(pattern, { magicalBraces: true });
  const found: string[] = [];
  const waiting = [""];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    for (const name of disk.list(directory)) {
      const path = directory === "" ? name : `${directory}/${name}`;
      if (name === "node_modules" || name === ".git" || !matcher.match(path, true)) continue;
      if (disk.isDirectory(path)) {
        if (disk.realpath(path) === `${disk.realpath(directory)}/${name}`) waiting.push(path);
      } else if (matcher.match(path) && isInside(disk, path)) {
        found.push(path);
      }
    }
  }
  return found;
}

function isInside(disk: Disk, path: string): boolean {
  return disk.realpath(path).startsWith(`${disk.realpath("")}/`);
}

function failure(disk: Disk, settings: Settings, message: string): ShrinkdepsError {
  const file = disk.read(settings.path);
  const line = "text" in file ? locateJson(file.text, [...settingsPath(settings), "recipes"])?.line : undefined;
  return new ShrinkdepsError("settings", message, { path: settings.path, ...(line !== undefined && { line }) });
}
