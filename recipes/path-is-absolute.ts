import { isAbsolute, posix, win32 } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "path-is-absolute",
  versions: ">=1.0.0 <3",
  replacement: "path.isAbsolute",
  floor: { node: "0.11.2" },
  deviations: [
    {
      severity: "message",
      note: "The TypeError for something that is no string reads differently.",
      exports: ["default", "posix"],
    },
    {
      severity: "quirk",
      note: "A String object throws a TypeError, as everything else that is no string.",
      exports: ["default", "posix"],
    },
  ],
  exports: {
    default: isAbsolute,
    posix: posix.isAbsolute,
    /** Whether a path is absolute on Windows. */
    win32: (path: unknown) => win32.isAbsolute(`${path as string}`),
  },
});
