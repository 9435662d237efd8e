import { type Chain, createChalk, isStyle } from "./families/chalk.ts";
import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

/** Texts in named styles, unless the environment forbids them. */
const colors = createChalk(process.env.FORCE_COLOR === "0" ? 0 : 1, applyFirst);

export default defineRecipe({
  package: "ansi-colors",
  versions: ">=4.1.1 <5",
  replacement: "escape codes, unless the environment forbids them",
  floor: { node: "12.0.0" },
  exports: { default: colors },
  rewrite: refuseForeign,
});

/** Named styles are served by the helper; what else the package has is refused. */
function refuseForeign({ members, args }: MemberUse): MemberRewrite {
  const foreign = members.find((member) => member === "visible" || !isStyle(member, 4));
  if (foreign !== undefined) return { refuse: `ansi-colors has no replacement for ${foreign}` };
  if (members.length === 0) return { refuse: "ansi-colors itself is used, not one of its styles" };
  if (args !== undefined) return undefined;
  return {
    refuse: `${members.join(".")} of ansi-colors is kept as a value, and more than a named style could follow it`,
  };
}

/** The first text, with the codes of each style around those of the next, and around each line. */
function applyFirst({ root, styles }: Chain, [given]: readonly unknown[]): string {
  if (given === "" || given === undefined || given === null) return "";
  if (root.level <= 0) return given as string;
  let text = "" + (given as string);
  const hasLines = text.includes("\n");
  for (const [open, close] of [...styles].reverse()) {
    text = open + text.split(close).join(close + open) + close;
    if (hasLines) text = text.replace(/\r*\n/g, `${close}$&${open}`);
  }
  return text;
}
