import { defineRecipe } from "../src/recipe.ts";

/** Takes a stream's pipes away. */
function unpipe(stream: unknown): void {
  if (!stream) throw new TypeError("argument stream is required");
  const { unpipe: detach } = stream as { readonly unpipe?: () => unknown };
  if (typeof detach === "function") detach.call(stream);
}

export default defineRecipe({
  package: "unpipe",
  versions: "1.0.0",
  replacement: "stream.unpipe",
  floor: { node: "0.10.0" },
  deviations: [
    {
      severity: "quirk",
      note: "Something without an unpipe method is left alone, where the package looks for the listeners of Node 0.8.",
    },
  ],
  exports: { default: unpipe },
});
