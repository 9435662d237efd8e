import { defineRecipe } from "../src/recipe.ts";
import { getValue } from "./families/get-value.ts";

export default defineRecipe(
  {
    package: "get-value",
    versions: ">=2.0.2 <3",
    replacement: "a loop over the parts of the path",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: getAt },
  },
  {
    package: "get-value",
    versions: "3.0.1",
    replacement: "a loop over the parts of the path",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: getValue },
  },
);

/** The value at a path ("a.b"), to which up to three more parts are added; a backslash makes a separator a part of a name. */
function getAt(object?: unknown, path?: unknown, ...more: readonly unknown[]): unknown {
  if (object === null || (typeof object !== "object" && typeof object !== "function") || !path) return object;
  const textOf = (part: unknown): string => (!part ? "" : Array.isArray(part) ? part.join(".") : part) as string;
  let prop = textOf(path);
  for (const part of more.slice(0, 3)) if (part) prop += `.${textOf(part)}`;
  if (prop in object) return (object as Readonly<Record<string, unknown>>)[prop];
  const parts = prop.split(".");
  let at: unknown = object;
  for (let index = 0; at && index < parts.length; index++) {
    let key = parts[index] as string;
    while (key[key.length - 1] === "\\") key = `${key.slice(0, -1)}.${parts[++index]}`;
    at = (at as Readonly<Record<string, unknown>>)[key];
  }
  return at;
}
