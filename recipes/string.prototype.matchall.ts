import { defineRecipe } from "../src/recipe.ts";

/** An iterator over all places where an expression matches a text. */
function matchAllText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.matchAll, text, rest);
}

// From 4.1 on the package wraps the native method, to look for no method on a pattern that is no object.
export default defineRecipe(
  {
    package: "string.prototype.matchall",
    versions: "4.1.0",
    replacement: "String.prototype.matchAll",
    floor: { node: "12.0.0", baseline: "2020-01" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for null, undefined and an expression that is not global has another text.",
        exports: ["default"],
      },
    ],
    exports: {
      default: [(text: string, pattern: RegExp) => text.matchAll(pattern), matchAllText],
    },
  },
  {
    package: "string.prototype.matchall",
    versions: ">=4.0.0 <4.1",
    replacement: "String.prototype.matchAll",
    floor: { node: "12.0.0", baseline: "2020-01" },
    deviations: [
      {
        severity: "message",
        note: "The TypeError for null, undefined and an expression that is not global has another text.",
        exports: ["default"],
      },
    ],
    dropSideEffect: true,
    exports: {
      default: [(text: string, pattern: RegExp) => text.matchAll(pattern), matchAllText],
      getPolyfill: () => String.prototype.matchAll,
      shim: () => String.prototype.matchAll,
    },
    subpaths: { "./auto": {} },
  },
);
