import { defineRecipe } from "../src/recipe.ts";

/** Copies every enumerable property of a source, inherited ones too, to a target; does nothing without either. */
function merge<Target, Source>(target: Target, source: Source) {
  if (target && source) for (const key in source) Reflect.set(Object(target), key, source[key], target);
  return target as Target & Source;
}

export default defineRecipe({
  package: "utils-merge",
  versions: ">=1.0.0 <2",
  replacement: "a loop over the properties",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: merge },
});
