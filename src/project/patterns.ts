/** Patterns of paths, as npm reads them. Loading what matches them takes longer than most checks, so it waits for the first. */
import { createRequire } from "node:module";
import type { Minimatch } from "minimatch";

type PatternModule = typeof import("minimatch");

const load = (): PatternModule => createRequire(import.meta.url)("minimatch");

/** What matches the paths of a pattern of workspaces. */
export function createMatcher(pattern: string): Minimatch {
  return new (load().Minimatch)(pattern, { magicalBraces: true });
}

/** Whether a whole path matches a pattern. */
export function matchesPattern(path: string, pattern: string): boolean {
  return load().minimatch(path, pattern);
}
