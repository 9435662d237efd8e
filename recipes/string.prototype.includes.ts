import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a text holds another. */
function includesText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.includes, text, rest);
}

export default defineRecipe({
  package: "string.prototype.includes",
  versions: ">=2.0.0 <3",
  replacement: "String.prototype.includes",
  floor: { node: "6.5.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: {
    default: [
      (text: string, part: string) => text.includes(part),
      (text: string, part: string, from: number) => text.includes(part, from),
      includesText,
    ],
    getPolyfill: () => String.prototype.includes,
    shim: () => String.prototype.includes,
  },
  subpaths: { "./auto": {} },
});
