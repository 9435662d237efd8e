import { defineRecipe } from "../src/recipe.ts";
import { getValue } from "./families/get-value.ts";
import { kindOf } from "./families/kind-of.ts";

export default defineRecipe({
  package: "has-value",
  versions: ">=2.0.1 <=2.0.2",
  replacement: "a look at the value at the path",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: hasValue },
});

/** Tells whether there is something at a path of an object: no empty text, list, map or pattern, nor only such. */
function hasValue(object?: unknown, path?: unknown, options?: unknown): boolean {
  const canHold =
    object !== undefined && object !== null && (typeof object === "object" || typeof object === "function");
  if (!canHold || (typeof path !== "string" && !Array.isArray(path))) return false;
  return isFilled(getValue(object, path, options));
}

function isFilled(value: unknown): boolean {
  switch (kindOf(value)) {
    case "undefined":
      return false;
    case "regexp":
      return (value as RegExp).source !== "(?:)" && (value as RegExp).source !== "";
    case "buffer":
      return (value as object).toString() !== "";
    case "error":
      return (value as Error).message !== "";
    case "string":
    case "arguments":
      return (value as string).length !== 0;
    case "file":
    case "map":
    case "set":
      return (value as Set<unknown>).size !== 0;
    case "array":
    case "object":
      return Object.keys(value as object).some((key) => isFilled((value as Record<string, unknown>)[key]));
    default:
      return true;
  }
}
