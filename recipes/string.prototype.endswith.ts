import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a text ends with another. */
function endsWithText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.endsWith, text, rest);
}

export default defineRecipe({
  package: "string.prototype.endswith",
  versions: ">=1.0.0 <2",
  replacement: "String.prototype.endsWith",
  floor: { node: "4.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: {
    default: [(text: string, part: string) => text.endsWith(part), endsWithText],
    getPolyfill: () => String.prototype.endsWith,
    shim: () => String.prototype.endsWith,
  },
  subpaths: { "./auto": {} },
});
