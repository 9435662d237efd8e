import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a text starts with another. */
function startsWithText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.startsWith, text, rest);
}

export default defineRecipe({
  package: "string.prototype.startswith",
  versions: ">=1.0.0 <2",
  replacement: "String.prototype.startsWith",
  floor: { node: "4.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: {
    default: [(text: string, part: string) => text.startsWith(part), startsWithText],
    getPolyfill: () => String.prototype.startsWith,
    shim: () => String.prototype.startsWith,
  },
  subpaths: { "./auto": {} },
});
