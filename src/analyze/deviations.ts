/** Which of a recipe's deviations the usages of a package meet. */
import type { Deviation } from "../recipe.ts";
import { commandName } from "./tools/commands.ts";
import type { Usage } from "./usage.ts";

/** The export that a subpath gives alone, as its default: `map` for `lodash/map` and `lodash/map.js`. */
function aloneIn({ export: name, specifier }: Usage): string | undefined {
  return name === "default" ? /^(?:@[^/]+\/)?[^/]+\/(.+?)(?:\.js)?$/.exec(specifier)?.[1] : undefined;
}

/**
 * Those of an export or a command that is used, and those of all exports where any is; all of these, too, for a package
 * that nothing uses.
 */
export function deviationsOf(deviations: readonly Deviation[], usages: readonly Usage[]): readonly Deviation[] {
  const scripts = usages.filter(({ form }) => form === "script");
  const exports = new Set(usages.flatMap((usage) => [usage.export, aloneIn(usage)]));
  const commands = new Set(scripts.map(({ specifier }) => commandName(specifier)));
  const usesExports = scripts.length === 0 || scripts.length < usages.length;
  return deviations.filter((deviation) => {
    if (deviation.commands?.some((name) => commands.has(name)) === true) return true;
    if (deviation.exports !== undefined) return exports.has("*") || deviation.exports.some((name) => exports.has(name));
    return deviation.commands === undefined && usesExports;
  });
}
