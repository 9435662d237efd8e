import { tmpdir } from "node:os";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "os-tmpdir",
  versions: ">=1.0.2 <3",
  replacement: "os.tmpdir",
  floor: { node: "4.0.0" },
  deviations: [
    {
      severity: "quirk",
      note: "It asks the system for the environment: not what was put in place of process.env, and nothing where rights are raised.",
    },
  ],
  exports: { default: tmpdir },
});
