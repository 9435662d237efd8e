import { inspect, styleText } from "node:util";
import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "chalk",
    versions: ">=2 <3",
    replacement: "util.styleText",
    floor: { node: "20.18.0" },
    deviations: [
      {
        severity: "observable",
        note: "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; chalk decides once, and knows --color, --no-color and chalk.level, not NO_COLOR.",
      },
      { severity: "observable", note: "Before each line break chalk ends a style, and opens it again behind it." },
      {
        severity: "observable",
        note: "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.",
      },
      { severity: "observable", note: "An empty text gets its escape codes, where chalk gives an empty text." },
    ],
    exports: {},
    require: "default",
    rewrite: (use) => rewriteStyles(use, ([first, ...rest]) => [`String(${first})`, ...rest].join(' + " " + ')),
  },
  {
    package: "chalk",
    versions: ">=3 <6",
    replacement: "util.styleText",
    floor: { node: "20.18.0" },
    deviations: [
      {
        severity: "observable",
        note: "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; chalk decides once, and knows --color, --no-color and chalk.level, not NO_COLOR.",
      },
      { severity: "observable", note: "Before each line break chalk ends a style, and opens it again behind it." },
      {
        severity: "observable",
        note: "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.",
      },
      { severity: "observable", note: "An empty text gets its escape codes, where chalk gives an empty text." },
    ],
    exports: {},
    require: "default",
    rewrite: (use) =>
      rewriteStyles(use, (names) => (names.length === 1 ? `"" + ${names[0]}` : `[${names.join(", ")}].join(" ")`)),
  },
);

/** `chalk.red.bold(a, b)`: each style around the next, and around the arguments as this version joins them. */
function rewriteStyles({ export: name, members, args }: MemberUse, join: (names: string[]) => string): MemberRewrite {
  if (name !== "default") return { refuse: `styleText has nothing like ${name} of chalk` };
  if (members.length === 0) return { refuse: "chalk itself is used, not one of its styles" };
  const styles = members.map((member) => (member === "overline" ? "overlined" : member));
  const foreign = styles.find((style) => !Object.hasOwn(inspect.colors, style));
  if (foreign !== undefined) return { refuse: `styleText has nothing like chalk.${foreign}` };
  if (args === undefined)
    return { refuse: `chalk.${members.join(".")} is kept as a value, and more styles could follow it` };
  if (args === 0) return { refuse: `chalk.${members.join(".")} is called without a text` };
  const names = Array.from({ length: args }, (_, index) => (args === 1 ? "text" : `text${index + 1}`));
  // In Node 20 an array of styles disregards the stream; a nested call does not.
  const styled = (text: string) =>
    styles.reduceRight((inner, style) => `${styleText.name}("${style}", ${inner})`, text);
  const typed = (type: string) => names.map((each) => `${each}: ${type}`).join(", ");
  const general = `(${typed("unknown")}) => ${styled(join(names))}`;
  if (args === 1) return { functions: [general] };
  const template = `\`${names.map((each) => `\${${each}}`).join(" ")}\``;
  return { functions: [`(${typed("string")}) => ${styled(template)}`, general] };
}
