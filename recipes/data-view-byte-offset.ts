import { defineRecipe } from "../src/recipe.ts";

/** The byteOffset of a DataView. */
function byteOffsetOf(view: unknown): unknown {
  return Reflect.get(DataView.prototype, "byteOffset", view);
}

export default defineRecipe({
  package: "data-view-byte-offset",
  versions: ">=1.0.0 <2",
  replacement: "DataView.prototype.byteOffset",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: [(view: DataView) => view.byteOffset, byteOffsetOf] },
});
