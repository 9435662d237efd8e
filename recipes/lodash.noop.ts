import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

const noop = (): undefined => undefined;

export default defineRecipe({
  package: "lodash.noop",
  versions: "3.0.1",
  replacement: "an expression",
  floor: anyFloor,
  exports: { default: noop },
});
