import { defineRecipe } from "../src/recipe.ts";

/** The code point at a place of a text. */
function codePointAtText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.codePointAt, text, rest);
}

export default defineRecipe({
  package: "string.prototype.codepointat",
  versions: ">=1.0.0 <2",
  replacement: "String.prototype.codePointAt",
  floor: { node: "4.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: {
    default: [(text: string, index: number) => text.codePointAt(index), codePointAtText],
    getPolyfill: () => String.prototype.codePointAt,
    shim: () => String.prototype.codePointAt,
  },
  subpaths: { "./auto": {} },
});
