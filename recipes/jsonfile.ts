import { defineRecipe } from "../src/recipe.ts";
import { readJson, readJsonSync, writeJson, writeJsonSync } from "./families/json-files.ts";

export default defineRecipe(
  {
    package: "jsonfile",
    versions: ">=6.1 <6.2.1",
    replacement: "JSON.parse and JSON.stringify with node:fs",
    floor: { node: "10.0.0" },
    deviations: [
      {
        severity: "message",
        note: "A value that is no JSON fails by another message.",
        exports: ["writeFile", "writeFileSync"],
      },
      {
        severity: "observable",
        note: "Where too many files are open it fails with EMFILE at once, where graceful-fs, if it is there, tries for up to a minute.",
        exports: ["readFile", "writeFile"],
      },
    ],
    exports: { readFile: readJson, readFileSync: readJsonSync, writeFile: writeJson, writeFileSync: writeJsonSync },
    require: "namespace",
  },
  {
    package: "jsonfile",
    versions: "6.2.1",
    replacement: "JSON.parse and JSON.stringify with node:fs",
    floor: { node: "10.0.0" },
    deviations: [
      {
        severity: "observable",
        note: "Where too many files are open it fails with EMFILE at once, where graceful-fs, if it is there, tries for up to a minute.",
        exports: ["readFile", "writeFile"],
      },
    ],
    exports: { readFile: readJson, readFileSync: readJsonSync, writeFile: writeJson, writeFileSync: writeJsonSync },
    require: "namespace",
  },
);
