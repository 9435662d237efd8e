import { defineRecipe } from "../src/recipe.ts";

/** A text without the white space at its ends. */
function trimText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.trim, text, rest);
}

export default defineRecipe({
  package: "string.prototype.trim",
  versions: ">=1.2.7 <2",
  replacement: "String.prototype.trim",
  floor: { node: "10.0.0", baseline: "2018-09" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [(text: string) => text.trim(), trimText],
    getPolyfill: () => String.prototype.trim,
    shim: () => String.prototype.trim,
  },
  subpaths: { "./auto": {} },
});
