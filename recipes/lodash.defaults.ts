import { defineRecipe } from "../src/recipe.ts";
import { bufferNames, plainNames } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { assignValue, keysIn } from "./families/lodash/keys.ts";
import { isSame } from "./families/lodash/kinds.ts";
import type { Bag } from "./families/lodash/kinds.ts";
import { sourcesOf } from "./families/lodash/objects.ts";

export default defineRecipe({
  package: "lodash.defaults",
  versions: "4.2.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [plainNames, bufferNames],
  exports: { default: fillIn },
});

function fillIn<Target, Source>(object: Target, source: Source): Source & Target;
function fillIn<Target, Source, Other>(object: Target, source: Source, other: Other): Other & Source & Target;
function fillIn<Target>(object?: Target, ...sources: readonly unknown[]): Target;
/** Copies properties of the sources to an object where that has undefined, and what it inherits of their names. */
function fillIn<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target = Object(object) as Bag;
  const own = Object.prototype.hasOwnProperty;
  for (const source of sourcesOf(sources)) {
    if (!source) continue;
    for (const name of keysIn(source)) {
      const old = target[name];
      const given = (source as Bag)[name];
      const isBuiltIn = isSame(old, (Object.prototype as Readonly<Bag>)[name]) && !own.call(target, name);
      const value = old === undefined || isBuiltIn ? given : old;
      assignValue(target, name, value === undefined ? (source as Bag)[name] : value);
    }
  }
  return target as Target;
}
