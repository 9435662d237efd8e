import { defineRecipe } from "../src/recipe.ts";

/** The buffer of a DataView. */
function bufferOf(view: unknown): unknown {
  return Reflect.get(DataView.prototype, "buffer", view);
}

export default defineRecipe({
  package: "data-view-buffer",
  versions: ">=1.0.0 <2",
  replacement: "DataView.prototype.buffer",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: [(view: DataView) => view.buffer, bufferOf] },
});
