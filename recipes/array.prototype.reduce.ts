import { defineRecipe } from "../src/recipe.ts";

/** What a function makes of all values of a list, one after the other. */
function reduceList(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.reduce, list, rest);
}

export default defineRecipe({
  package: "array.prototype.reduce",
  versions: ">=1.0.4 <2",
  replacement: "Array.prototype.reduce",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
    {
      severity: "quirk",
      note: "A class as the function is refused when it is called, not before: with an empty list nothing is said.",
      exports: ["default"],
    },
  ],
  dropSideEffect: true,
  exports: {
    default: [reduceList],
  },
  subpaths: { "./auto": {} },
});
