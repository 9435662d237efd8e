import { randomUUID } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

/** A random UUID (version 4). */
const v4 = () => randomUUID();

export default defineRecipe(
  {
    package: "uuid",
    versions: ">=3 <4",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    exports: { default: v4, v4 },
    subpaths: { "./v4": { default: v4 }, "./v4.js": { default: v4 } },
  },
  {
    package: "uuid",
    versions: ">=7 <8",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    deviations: [{ severity: "message", note: "requiring uuid/v4 printed a deprecation warning" }],
    exports: { v4 },
    subpaths: { "./v4": { default: v4 }, "./v4.js": { default: v4 } },
  },
  {
    package: "uuid",
    versions: ">=8 <15",
    replacement: "crypto.randomUUID",
    floor: { node: "14.17.0" },
    exports: { v4 },
  },
);
