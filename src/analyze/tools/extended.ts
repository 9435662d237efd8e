/** What the configurations of packages name that a tsconfig.json extends: the types they load, the helpers they have imported. */
import type { Disk } from "../../project/project.ts";
import { listBases } from "../../project/tsconfig.ts";
import type { Collector, Place } from "./collector.ts";
import { conventionsOfFile, namedBy } from "./conventions/index.ts";
import { jsonTokens } from "./json.ts";
import { packagesIn } from "./specifier.ts";

/** Adds it where the file says what it extends. */
export function findInExtended(disk: Disk, place: Place, collector: Collector): void {
  if (!/(?:^|\/)[tj]sconfig[.\w-]*\.json$/.test(place.path)) return;
  const extending = jsonTokens(place.text).find(({ path, isKey }) => !isKey && path.join(".") === "extends");
  if (extending === undefined) return;
  for (const base of listBases(disk, place.path)) {
    const file = disk.read(base);
    if (!base.includes("node_modules/") || !("text" in file)) continue;
    for (const token of jsonTokens(file.text)) {
      const named = namedBy(conventionsOfFile(place.path), token);
      if (named.length > 0) collector.add(place, extending, [...named, ...packagesIn(token.value)], "config");
    }
  }
}
