import { defineRecipe } from "../src/recipe.ts";

/** A text in which every occurrence of something is replaced. */
function replaceAllText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.replaceAll, text, rest);
}

export default defineRecipe({
  package: "string.prototype.replaceall",
  versions: ">=1.0.3 <2",
  replacement: "String.prototype.replaceAll",
  floor: { node: "15.0.0", baseline: "2020-09" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
    {
      severity: "quirk",
      note: "A class in place of the replacement is called, which throws, where the package writes its source.",
      exports: ["default"],
    },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (text: string, search: string, replacement: string) => text.replaceAll(search, replacement),
      replaceAllText,
    ],
    getPolyfill: () => String.prototype.replaceAll,
    shim: () => String.prototype.replaceAll,
  },
  subpaths: { "./auto": {} },
});
