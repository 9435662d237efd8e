import { defineRecipe } from "../src/recipe.ts";

/** The byteLength of a DataView. */
function byteLengthOf(view: unknown): unknown {
  return Reflect.get(DataView.prototype, "byteLength", view);
}

export default defineRecipe({
  package: "data-view-byte-length",
  versions: ">=1.0.0 <2",
  replacement: "DataView.prototype.byteLength",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: [(view: DataView) => view.byteLength, byteLengthOf] },
});
