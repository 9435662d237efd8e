import { defineRecipe } from "../src/recipe.ts";
import { makeDirectoryCases, makeDirectorySyncCases } from "./families/make-directory.ts";

export default defineRecipe({
  package: "mkdirp-classic",
  versions: ">=0.5.2 <0.6",
  replacement: "fs.mkdir with recursive",
  floor: { node: "10.12.0" },
  deviations: [
    { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
    {
      severity: "quirk",
      note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
    },
    {
      severity: "quirk",
      note: "With an error, the callback is not told what had been made by then.",
      exports: ["default"],
    },
    {
      severity: "quirk",
      note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      exports: ["sync"],
    },
  ],
  exports: { default: makeDirectoryCases, sync: makeDirectorySyncCases },
});
