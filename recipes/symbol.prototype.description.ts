import { defineRecipe } from "../src/recipe.ts";

/** The description of a symbol. */
function descriptionOf(symbol: unknown): unknown {
  return Reflect.get(Symbol.prototype, "description", symbol);
}

export default defineRecipe({
  package: "symbol.prototype.description",
  versions: ">=1.0.1 <=2.0.0",
  replacement: "Symbol.prototype.description",
  floor: { node: "11.0.0", baseline: "2020-01" },
  dropSideEffect: true,
  exports: { default: [(symbol: symbol) => symbol.description, descriptionOf] },
  subpaths: { "./auto": {} },
});
