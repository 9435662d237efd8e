import { defineRecipe } from "../src/recipe.ts";
import { isInsideContainer } from "./families/containers.ts";

export default defineRecipe({
  package: "is-inside-container",
  versions: "1.0.0",
  replacement: "a look at files that Docker and Podman leave",
  floor: { node: "10.0.0" },
  exports: { default: isInsideContainer },
});
