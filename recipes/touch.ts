import { defineRecipe, eachPath, type CommandRewrite, type CommandUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "touch",
  versions: "3.1.1",
  replacement: "fs.utimes",
  floor: { node: "6.0.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      commands: ["nodetouch"],
    },
    {
      severity: "quirk",
      note: "In an npm script, nothing more is done after the first path that fails.",
      commands: ["nodetouch"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a directory fails, where the package sets its time.",
      commands: ["nodetouch"],
    },
  ],
  commands: { nodetouch: touchAll },
  exports: {},
});

/** A file that may not be read is not written either, as with the package: it is opened for both. */
function touchAll({ words }: CommandUse): CommandRewrite {
  const open = (path: string): string => `fs.closeSync(fs.openSync(${path}, 'a+'))`;
  return eachPath(words, (path) => `${open(path)}, fs.utimesSync(${path}, new Date(), new Date())`);
}
