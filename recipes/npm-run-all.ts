import { defineRecipe, type CommandRewrite, type CommandUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "npm-run-all",
  versions: "4.1.5",
  replacement: "npm run, one script after the other",
  floor: { node: "0.10.0" },
  deviations: [
    {
      severity: "quirk",
      note: "The code of a script that fails is passed on, not 1.",
      commands: ["run-s", "npm-run-all"],
    },
    {
      severity: "quirk",
      note: "What a person adds behind `npm run … --` goes to the last script.",
      commands: ["run-s", "npm-run-all"],
    },
  ],
  commands: {
    "run-s": ({ words }) => inTurn(words),
    "npm-run-all": ({ words }) => inTurn(words),
    "run-p": () => ({ refuse: "it runs scripts at the same time, which nothing that every shell knows does" }),
  },
  exports: {},
});

/** Scripts by their names, with nothing but the flag for what is the default. */
function inTurn(words: CommandUse["words"]): CommandRewrite {
  const names = words.filter((word) => !["-s", "--serial", "--sequential"].includes(word));
  const odd = names.find((word) => !/^[\w][\w:./-]*$/.test(word));
  if (odd !== undefined && /^-(?:p|-parallel)$/.test(odd))
    return { refuse: "it runs scripts at the same time, which nothing that every shell knows does" };
  if (odd !== undefined) return { refuse: `${odd === "" ? "an empty word" : odd} is no name of one script` };
  return names.length === 0 ? { refuse: "it is given no script" } : { scripts: names };
}
