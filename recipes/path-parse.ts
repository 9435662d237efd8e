import { parse, posix, win32 } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "path-parse",
  // From 1.0.7 on the directory of "/a" is "", where Node says "/".
  versions: ">=1.0.5 <1.0.7",
  replacement: "path.parse",
  floor: { node: "0.11.15" },
  deviations: [{ severity: "message", note: "The TypeError for something that is no string reads differently." }],
  exports: { default: parse, posix: posix.parse, win32: win32.parse },
});
