import { defineRecipe } from "../src/recipe.ts";

interface Options {
  readonly stream?: unknown;
}

/** Whether somebody sits at the other end of a stream, of the standard output unless another is given. */
function isInteractive(options: Options = {}): boolean {
  const { stream = process.stdout } = options;
  const isTerminal = stream && (stream as { isTTY?: boolean }).isTTY;
  return Boolean(isTerminal && process.env["TERM"] !== "dumb" && !("CI" in process.env));
}

export default defineRecipe({
  package: "is-interactive",
  versions: ">=1.0.0 <3",
  replacement: "a look at the stream and the environment",
  floor: { node: "8.0.0" },
  exports: { default: isInteractive },
});
