import { type Count, defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "repeat-string",
  versions: "1.6.1",
  replacement: "String.prototype.repeat",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: [(text: string, count: Count) => text.repeat(count)] },
});
