import { inspect, styleText } from "node:util";
import { defineRecipe, type Deviation, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

const replacement = "util.styleText";
const floor = { node: "20.18.0" };
const deviations: readonly Deviation[] = [
  {
    severity: "observable",
    note:
      "styleText decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a " +
      "terminal; chalk decides once, does not know NO_COLOR, and knows --color, --no-color and chalk.level",
  },
  { severity: "observable", note: "chalk ends a style before each line break and opens it again; styleText does not" },
  {
    severity: "observable",
    note: "styleText opens an outer style again behind an inner one only from Node 22.19 and 24.6 on",
  },
  { severity: "observable", note: "an empty text gets its escape codes, where chalk gives an empty text" },
];

export default defineRecipe(
  {
    package: "chalk",
    versions: ">=2 <3",
    replacement,
    floor,
    deviations,
    exports: {},
    require: "default",
    rewrite: (use) =>
      rewriteStyles(
        use,
        (names) =>
          `String(${names[0]})${names
            .slice(1)
            .map((name) => ` + " " + ${name}`)
            .join("")}`,
      ),
  },
  {
    package: "chalk",
    versions: ">=3 <6",
    replacement,
    floor,
    deviations,
    exports: {},
    require: "default",
    rewrite: (use) =>
      rewriteStyles(use, (names) => (names.length === 1 ? `"" + ${names[0]}` : `[${names.join(", ")}].join(" ")`)),
  },
);

/** `chalk.red.bold(a, b)`: the styles one in another, around the arguments joined as this version of chalk joins them. */
function rewriteStyles(
  { export: name, members, args }: MemberUse,
  join: (names: readonly string[]) => string,
): MemberRewrite {
  if (name !== "default") return { refuse: `styleText has nothing like ${name} of chalk` };
  if (members.length === 0) return { refuse: "chalk itself is used, not one of its styles" };
  const styles = members.map((member) => (member === "overline" ? "overlined" : member));
  const foreign = styles.find((style) => !Object.hasOwn(inspect.colors, style));
  if (foreign !== undefined) return { refuse: `styleText has nothing like chalk.${foreign}` };
  if (args === undefined)
    return { refuse: `chalk.${members.join(".")} is kept as a value, and more styles could follow it` };
  if (args === 0) return { functions: ['() => ""'] };
  const names = Array.from({ length: args }, (_, index) => `text${args === 1 ? "" : index + 1}`);
  // An array of styles disregards the stream in Node 20, and a nested call does not.
  const styled = (text: string) =>
    styles.reduceRight((inner, style) => `${styleText.name}("${style}", ${inner})`, text);
  const typed = (type: string) => names.map((name) => `${name}: ${type}`).join(", ");
  const general = `(${typed("unknown")}) => ${styled(join(names))}`;
  if (args === 1) return { functions: [general] };
  return {
    functions: [`(${typed("string")}) => ${styled(`\`${names.map((name) => `\${${name}}`).join(" ")}\``)}`, general],
  };
}
