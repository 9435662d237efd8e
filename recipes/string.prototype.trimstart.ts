import { defineRecipe } from "../src/recipe.ts";

/** A text without the white space at its start. */
function trimStartText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.trimStart, text, rest);
}

export default defineRecipe({
  package: "string.prototype.trimstart",
  versions: ">=1.0.5 <2",
  replacement: "String.prototype.trimStart",
  floor: { node: "10.0.0", baseline: "2020-01" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [(text: string) => text.trimStart(), trimStartText],
    getPolyfill: () => String.prototype.trimStart,
    shim: () => String.prototype.trimStart,
  },
  subpaths: { "./auto": {} },
});
