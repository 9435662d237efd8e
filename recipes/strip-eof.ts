import { defineRecipe } from "../src/recipe.ts";

/** Takes one line break from the end of a text or of bytes: "\n", "\r" or both. */
function stripEnd<Input extends string | Uint8Array>(input: Input): Input {
  const [feed, back] = typeof input === "string" ? ["\n", "\r"] : [10, 13];
  const shorter = input[input.length - 1] === feed ? input.slice(0, input.length - 1) : input;
  const short = shorter[shorter.length - 1] === back ? shorter.slice(0, shorter.length - 1) : shorter;
  return short as Input;
}

export default defineRecipe({
  package: "strip-eof",
  versions: ">=1.0.0 <3",
  replacement: "String.prototype.replace",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(text: string) => text.replace(/\r?\n$|\r$/, ""), stripEnd] },
});
