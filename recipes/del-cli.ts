import { defineRecipe, eachPath, type CommandUse } from "../src/recipe.ts";

/** It never removes what is outside of the directory it runs in. */
const removeAll = ({ words }: CommandUse) => {
  const outside = words.find((word) => /^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(word));
  if (outside !== undefined) return { refuse: `${outside} is outside of the directory it runs in` };
  return eachPath(words, (path) => `fs.rmSync(${path}, { recursive: true, force: true })`);
};

export default defineRecipe({
  package: "del-cli",
  versions: ">=3 <8",
  replacement: "fs.rm with recursive and force",
  floor: { node: "14.14.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
      commands: ["del", "del-cli"],
    },
  ],
  commands: { del: removeAll, "del-cli": removeAll },
  exports: {},
});
