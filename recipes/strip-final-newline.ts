import { defineRecipe } from "../src/recipe.ts";

/** Takes one line break from the end of a text or of bytes. */
function stripFinalNewline<Input>(input: Input): Input {
  if (typeof input === "string") return input.replace(/\r?\n$/, "") as Input;
  if (!ArrayBuffer.isView(input) || !("BYTES_PER_ELEMENT" in input) || input.BYTES_PER_ELEMENT !== 1)
    throw new Error("Input must be a string or a Uint8Array");
  const bytes = input as Uint8Array & Input;
  return bytes.at(-1) === 10 ? (bytes.subarray(0, bytes.at(-2) === 13 ? -2 : -1) as typeof bytes) : bytes;
}

/** Takes one line break from the end of a text or of bytes: "\n", "\r" or both. */
function stripEnd<Input extends string | Uint8Array>(input: Input): Input {
  const [feed, back] = typeof input === "string" ? ["\n", "\r"] : [10, 13];
  const shorter = input[input.length - 1] === feed ? input.slice(0, input.length - 1) : input;
  const short = shorter[shorter.length - 1] === back ? shorter.slice(0, shorter.length - 1) : shorter;
  return short as Input;
}

export default defineRecipe(
  {
    package: "strip-final-newline",
    versions: "4.0.0",
    replacement: "String.prototype.replace",
    floor: { node: "16.6.0", baseline: "2022-03" },
    exports: { default: [(text: string) => text.replace(/\r?\n$/, ""), stripFinalNewline] },
  },
  {
    package: "strip-final-newline",
    versions: ">=2.0.0 <4",
    replacement: "String.prototype.replace",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: [(text: string) => text.replace(/\r?\n$|\r$/, ""), stripEnd] },
  },
);
