import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toString } from "./families/lodash/numbers.ts";

export default defineRecipe({
  package: "lodash.escape",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: escape },
});

/** A text as HTML shows it, in an attribute without quotes too. */
function escape(text?: unknown): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "`": "&#96;",
  };
  return toString(text).replace(/[&<>"'`]/g, (character) => entities[character] ?? character);
}
