import { defineRecipe } from "../src/recipe.ts";

/** The flags of a RegExp. */
function flagsOf(pattern: unknown): unknown {
  return Reflect.get(RegExp.prototype, "flags", pattern);
}

export default defineRecipe({
  package: "regexp.prototype.flags",
  versions: ">=1.5.3 <2",
  replacement: "RegExp.prototype.flags",
  floor: { node: "16.0.0", baseline: "2021-09" },
  dropSideEffect: true,
  exports: { default: [(pattern: RegExp) => pattern.flags, flagsOf] },
  subpaths: { "./auto": {} },
});
