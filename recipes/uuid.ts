import { randomUUID } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

/** A random UUID (version 4). */
const v4 = () => randomUUID();

export default defineRecipe(
  {
    package: "uuid",
    versions: ">=3.0.1 <4",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores its arguments, where the package takes them for options and a buffer.",
      },
    ],
    exports: { default: v4, v4 },
    subpaths: { "./v4": { default: v4 }, "./v4.js": { default: v4 } },
  },
  {
    package: "uuid",
    versions: ">=7 <8",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    deviations: [
      { severity: "quirk", note: "Loading uuid/v4 printed a warning that it is deprecated." },
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores its arguments, where the package takes them for options and a buffer.",
      },
    ],
    exports: { v4 },
    // uuid/v4 is the function itself, and nothing asks for uuid itself as a function.
    require: "default",
    subpaths: { "./v4": { default: v4 }, "./v4.js": { default: v4 } },
  },
  {
    package: "uuid",
    versions: ">=8 <15",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores its arguments, where the package takes them for options and a buffer.",
      },
    ],
    exports: { v4 },
  },
);
