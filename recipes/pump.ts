import { defineRecipe } from "../src/recipe.ts";
import { type Link, type Over, pumpAll } from "./families/pump.ts";

export default defineRecipe(
  {
    package: "pump",
    versions: ">=3.0.0 <4",
    replacement: "a helper that pipes and destroys",
    floor: { node: "6.0.0" },
    deviations: [
      {
        severity: "message",
        note: "When one of the streams is none, what the others emit later fails by another message.",
      },
    ],
    exports: { default: pumpAll },
  },
  {
    package: "pump",
    versions: "2.0.1",
    replacement: "a helper that pipes and destroys",
    floor: { node: "6.0.0" },
    deviations: [
      {
        severity: "message",
        note: "When one of the streams is none, what the others emit later fails by another message.",
      },
    ],
    exports: { default: pumpQuietly },
  },
);

function pumpQuietly(streams: readonly Link[], callback?: Over): void;
function pumpQuietly(first: Link, second: Link, ...others: (Link | Over | undefined)[]): void;
/** Pipes streams into one another; when one fails or is closed too early, ends all. Calls back once. */
function pumpQuietly(...streams: unknown[]): undefined {
  (pumpAll as (...all: unknown[]) => unknown)(...streams);
  return undefined;
}
