import { defineRecipe } from "../src/recipe.ts";
import { type Callback, type EndOptions, type Flow, type Link, whenOver } from "./families/pump.ts";

export default defineRecipe({
  package: "end-of-stream",
  versions: ">=1.4.4 <2",
  replacement: "a helper that listens for the end",
  floor: { node: "6.0.0" },
  deviations: [{ severity: "message", note: "A callback that is no function fails by another message." }],
  exports: { default: endOfStream },
});

type Ended = (error?: Error | null) => void;

function endOfStream(stream: Link, callback?: Ended): () => void;
function endOfStream(stream: Link, options: EndOptions | undefined, callback?: Ended): () => void;
/** Calls back once, when a stream has ended, has failed or was closed too early; gives a function that stops waiting. */
function endOfStream(stream: unknown, options?: unknown, callback?: unknown): () => void {
  const [wanted, back] = typeof options === "function" ? [{}, options] : [options || {}, callback];
  return whenOver(stream as Flow, wanted as EndOptions, (back || (() => {})) as Callback);
}
