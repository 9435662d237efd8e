import { inspect, styleText } from "node:util";
import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "picocolors",
  versions: ">=1 <2",
  replacement: "util.styleText",
  floor: { node: "20.18.0" },
  deviations: [
    {
      severity: "observable",
      note: "`styleText` decides on colour at each call, by FORCE_COLOR, NO_COLOR, NODE_DISABLE_COLORS and whether stdout is a terminal; picocolors decides once, and knows CI, --color, --no-color and Windows too.",
    },
    {
      severity: "observable",
      note: "`styleText` opens an outer style again behind an inner one only from Node 22.19 and 24.6 on.",
    },
  ],
  exports: {},
  require: "default",
  rewrite: rewriteStyle,
});

/** `pc.red(text)`, or `red(text)` where it was imported by name. */
function rewriteStyle({ export: name, members, args }: MemberUse): MemberRewrite {
  const [style, ...rest] = name === "default" ? members : [name, ...members];
  if (style === undefined) return { refuse: "picocolors itself is used, not one of its styles" };
  if (rest.length > 0 || !Object.hasOwn(inspect.colors, style))
    return { refuse: `styleText has nothing like ${[style, ...rest].join(".")} of picocolors` };
  if (args !== undefined && args !== 1) return { refuse: `a style takes one text, not ${args}` };
  return { functions: [`(text: unknown) => ${styleText.name}("${style}", "" + text)`] };
}
