import { defineRecipe } from "../src/recipe.ts";
import { cloneEarly } from "./families/clone.ts";

export default defineRecipe({
  package: "defaults",
  versions: ">=1.0.0 <2",
  replacement: "a loop over the keys",
  floor: { node: "6.0.0" },
  deviations: [
    { severity: "message", note: "The TypeError for an object that is not what it calls itself reads differently." },
  ],
  exports: { default: setDefaults },
});

function setDefaults<Options, Defaults>(options: Options, defaults: Defaults): Options & Defaults;
/** Gives the options, with a copy of each default where they have none. */
function setDefaults(options?: unknown, defaults?: unknown): unknown {
  const given = (options || {}) as Record<string, unknown>;
  for (const key of Object.keys(defaults as object)) {
    if (typeof given[key] === "undefined")
      Reflect.set(Object(given), key, cloneEarly((defaults as Record<string, unknown>)[key]), given);
  }
  return given;
}
