import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isSymbol } from "./families/lodash/kinds.ts";

export default defineRecipe({
  package: "lodash.escape",
  versions: "4.0.1",
  replacement: "a function of your own",
  floor: anyFloor,
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
  return textOf(text).replace(/[&<>"'`]/g, (character) => entities[character] || character);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (isSymbol(value)) return Symbol.prototype.toString.call(value);
  const text = (value as string) + "";
  return text === "0" && 1 / (value as number) === -Infinity ? "-0" : text;
}
