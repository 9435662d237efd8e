/** Where a manifest says something, for whoever is to change it. */
import { locateJson } from "./json.ts";
import { dependencySections, type RawManifest } from "./manifest.ts";
import type { DependencyKind, Place } from "./project.ts";

export type { Place } from "./project.ts";

/** Where a manifest names a dependency, in the section of that kind or in the first that does; undefined when none does. */
export function placeOfEntry(
  { path, text, places }: RawManifest,
  name: string,
  kind?: DependencyKind,
): Place | undefined {
  for (const [section, itsKind] of dependencySections) {
    if (kind !== undefined && kind !== itsKind) continue;
    const found = locateJson(text, [section, name]);
    if (found !== undefined) return { path, line: found.line, column: found.column };
  }
  return places?.get(name);
}
