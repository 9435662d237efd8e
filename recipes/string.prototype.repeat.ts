import { defineRecipe } from "../src/recipe.ts";

/** A text several times over. */
function repeatText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.repeat, text, rest);
}

export default defineRecipe({
  package: "string.prototype.repeat",
  versions: "1.0.0",
  replacement: "String.prototype.repeat",
  floor: { node: "4.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: {
    default: [(text: string, count: number) => text.repeat(count), repeatText],
    getPolyfill: () => String.prototype.repeat,
    shim: () => String.prototype.repeat,
  },
  subpaths: { "./auto": {} },
});
