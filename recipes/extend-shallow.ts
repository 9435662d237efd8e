import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "extend-shallow",
    versions: ">=2.0.0 <3",
    replacement: "a loop over own properties",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: extend },
  },
  {
    package: "extend-shallow",
    versions: ">=3.0.0 <4",
    replacement: "Object.assign",
    floor: { node: "4.0.0", baseline: "2015-09" },
    // The package hands out Object.assign itself where there is one.
    exports: { default: Object.assign },
    identical: true,
  },
);

function extend<Target extends object>(target: Target, ...sources: unknown[]): Target & Record<string, unknown>;
/** Copies the own properties of objects and functions to the first one, or to a new object where that is none. */
function extend(target?: unknown, ...sources: unknown[]): unknown {
  const all = isObject(target) ? target : {};
  for (const source of sources) {
    if (!isObject(source)) continue;
    for (const key in source) {
      if (Object.prototype.hasOwnProperty.call(source, key)) all[key] = source[key];
    }
  }
  return all;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
