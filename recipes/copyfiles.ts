import { posix } from "node:path";
import { type CommandRewrite, type CommandUse, defineRecipe } from "../src/recipe.ts";
import { copyInto } from "./families/copies.ts";

export default defineRecipe({
  package: "copyfiles",
  versions: ">=2.4.0 <3",
  replacement: "fs.copyFile",
  floor: { node: "14.17.0" },
  deviations: [
    {
      severity: "quirk",
      note: "In an npm script, paths that a person adds behind `npm run … --` are disregarded.",
      commands: ["copyfiles"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a link that leads nowhere is passed over, where the package fails.",
      commands: ["copyfiles"],
    },
    {
      severity: "quirk",
      note: "In an npm script, a path below a file fails, which the package passes over.",
      commands: ["copyfiles"],
    },
  ],
  commands: { copyfiles: rewriteCopies },
  exports: {},
});

/** `copyfiles [-f | -u <count>] <file…> <directory>`, with the flag in front. */
function rewriteCopies({ words }: CommandUse): CommandRewrite {
  const [flag = "", count = ""] = words;
  if (/^(?:-f|--flat)$/.test(flag)) return copyEach(words.slice(1), posix.basename);
  if (!/^(?:-u|--up)$/.test(flag)) return copyEach(words, (file) => file);
  if (!/^[1-9]$/.test(count)) return { refuse: `its flag ${flag} has no count from 1 to 9 behind it` };
  const above = Number(count);
  const tooHigh = words.slice(2, -1).find((file) => partsOf(file).length <= above);
  if (tooHigh !== undefined) return { refuse: `${tooHigh} is not below ${count} directories` };
  return copyEach(words.slice(2), (file) => partsOf(file).slice(above).join("/"));
}

function copyEach(words: readonly string[], below: (file: string) => string): CommandRewrite {
  const flag = words.find((word) => word.startsWith("-"));
  if (flag !== undefined) return { refuse: `its flag ${flag} has no replacement` };
  return copyInto(words.slice(0, -1), words.at(-1) ?? "", below);
}

function partsOf(file: string): string[] {
  return posix.normalize(file).split("/");
}
