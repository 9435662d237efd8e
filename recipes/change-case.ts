import { defineRecipe } from "../src/recipe.ts";
import {
  camelCase,
  capitalCase,
  constantCase,
  dotCase,
  headerCase,
  noCase,
  paramCase,
  pascalCase,
  pathCase,
  sentenceCase,
  snakeCase,
} from "./families/cases.ts";

export default defineRecipe({
  package: "change-case",
  versions: ">=4.0.0 <5",
  replacement: "a function of your own for each",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: {
    camelCase,
    capitalCase,
    constantCase,
    dotCase,
    headerCase,
    noCase,
    paramCase,
    pascalCase,
    pathCase,
    sentenceCase,
    snakeCase,
  },
});
