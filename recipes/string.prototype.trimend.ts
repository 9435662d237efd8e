import { defineRecipe } from "../src/recipe.ts";

/** A text without the white space at its end. */
function trimEndText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.trimEnd, text, rest);
}

export default defineRecipe({
  package: "string.prototype.trimend",
  versions: ">=1.0.5 <2",
  replacement: "String.prototype.trimEnd",
  floor: { node: "10.0.0", baseline: "2020-01" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [(text: string) => text.trimEnd(), trimEndText],
    getPolyfill: () => String.prototype.trimEnd,
    shim: () => String.prototype.trimEnd,
  },
  subpaths: { "./auto": {} },
});
