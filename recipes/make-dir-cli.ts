import { defineRecipe, eachPath } from "../src/recipe.ts";

export default defineRecipe({
  package: "make-dir-cli",
  versions: ">=2 <5",
  replacement: "fs.mkdir with recursive",
  floor: { node: "10.12.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
      commands: ["make-dir"],
    },
  ],
  commands: {
    "make-dir": ({ words }) => eachPath(words, (path) => `fs.mkdirSync(${path}, { recursive: true })`),
  },
  exports: {},
});
