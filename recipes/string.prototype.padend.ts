import { defineRecipe } from "../src/recipe.ts";

/** Fills a text at its end until it has a length. */
function padEndText(text: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(String.prototype.padEnd, text, rest);
}

export default defineRecipe({
  package: "string.prototype.padend",
  versions: ">=3.1.0 <4",
  replacement: "String.prototype.padEnd",
  floor: { node: "8.0.0", baseline: "2017-04" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (text: string | number, length: number, fill: string = " ") => String(text).padEnd(length, fill),
      padEndText,
    ],
    getPolyfill: () => String.prototype.padEnd,
    shim: () => String.prototype.padEnd,
  },
  subpaths: { "./auto": {} },
});
