import { defineRecipe } from "../src/recipe.ts";

/** Takes the byte order mark from the start of a text. */
function stripBom(text: unknown): string {
  if (typeof text !== "string") throw new TypeError(`Expected a string, got ${typeof text}`);
  return text.replace(/^\uFEFF/, "");
}

export default defineRecipe({
  package: "strip-bom",
  versions: ">=3.0.0 <6",
  replacement: "String.prototype.replace",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: [(text: string) => text.replace(/^\uFEFF/, ""), stripBom] },
});
