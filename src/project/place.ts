/** Where a manifest says something, for whoever is to change it. */
import { locateJson } from "./json.ts";
import { dependencySections, type RawManifest } from "./manifest.ts";
import type { DependencyKind } from "./project.ts";

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Where a manifest names a dependency, in the section of that kind or in the first that does; undefined when none does. */
export function placeOfEntry({ path, text }: RawManifest, name: string, kind?: DependencyKind): Place | undefined {
  for (const [section, itsKind] of dependencySections) {
    if (kind !== undefined && kind !== itsKind) continue;
    const found = locateJson(text, [section, name]);
    if (found !== undefined) return { path, line: found.line, column: found.column };
  }
  return undefined;
}
