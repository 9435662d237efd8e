import { posix } from "node:path";
import { type CommandRewrite, type CommandUse, defineRecipe } from "../src/recipe.ts";
import { copyInto } from "./families/copies.ts";

export default defineRecipe({
  package: "cpx",
  versions: "1.5.0",
  replacement: "fs.copyFile",
  floor: { node: "14.17.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      commands: ["cpx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a path below a file fails, which the package passes over.",
      commands: ["cpx"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a link that leads nowhere is passed over, where the package fails.",
      commands: ["cpx"],
    },
  ],
  commands: { cpx: rewriteCopy },
  exports: {},
});

/** `cpx <file> <directory>`. */
function rewriteCopy({ words }: CommandUse): CommandRewrite {
  const flag = words.find((word) => word.startsWith("-"));
  if (flag !== undefined) return { refuse: `its flag ${flag} has no replacement` };
  const [file = "", directory = ""] = words;
  if (words.length !== 2) return { refuse: "it is not given one file and a directory" };
  return copyInto([file], directory, posix.basename);
}
