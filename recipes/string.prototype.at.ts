import { defineRecipe } from "../src/recipe.ts";

/** The UTF-16 unit at a place of a text, counted from its end when negative. */
function unitAt(text: unknown, index?: unknown): string | undefined {
  return Reflect.apply(String.prototype.at, text, [index]);
}

export default defineRecipe({
  package: "string.prototype.at",
  versions: ">=1.0.5 <2",
  replacement: "String.prototype.at",
  floor: { node: "16.6.0", baseline: "2022-03" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [(text: string, index: number) => text.at(index), unitAt],
    getPolyfill: () => String.prototype.at,
    shim: () => String.prototype.at,
  },
  subpaths: { "./auto": {} },
});
