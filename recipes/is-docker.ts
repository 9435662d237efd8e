import { defineRecipe } from "../src/recipe.ts";
import { isDocker, isDockerByMounts } from "./families/containers.ts";

export default defineRecipe(
  {
    package: "is-docker",
    versions: ">=1.1.0 <4",
    replacement: "a look at files that Docker leaves",
    floor: { node: "10.0.0" },
    exports: { default: isDocker },
  },
  {
    package: "is-docker",
    versions: "4.0.0",
    replacement: "a look at files that Docker leaves",
    floor: { node: "10.0.0" },
    exports: { default: isDockerByMounts },
  },
);
