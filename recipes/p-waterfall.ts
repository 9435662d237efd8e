import { defineRecipe } from "../src/recipe.ts";
import { pReduce, pReduceLater } from "./families/reduce.ts";

type Task = (value: unknown) => unknown;

export default defineRecipe(
  {
    package: "p-waterfall",
    versions: "2.1.1",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    deviations: [{ severity: "message", note: "The TypeError for something that is no function names it otherwise." }],
    exports: { default: pWaterfall },
  },
  {
    package: "p-waterfall",
    versions: "3.0.0",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    deviations: [{ severity: "message", note: "The TypeError for something that is no function names it otherwise." }],
    exports: { default: pWaterfallLater },
  },
);

function pWaterfall(tasks: Iterable<Task | PromiseLike<Task>>, initialValue?: unknown): Promise<unknown>;
/** Calls functions one after the other, each with what the one before gave; gives what the last one gives. */
function pWaterfall(tasks: unknown, initialValue?: unknown): Promise<unknown> {
  return pReduce(tasks as Iterable<Task>, (value: unknown, task: Task) => task(value), initialValue);
}

function pWaterfallLater(tasks: Iterable<Task | PromiseLike<Task>>, initialValue?: unknown): Promise<unknown>;
/** Calls functions one after the other, each with what the one before gave; gives what the last one gives. */
async function pWaterfallLater(tasks: unknown, initialValue?: unknown): Promise<unknown> {
  return pReduceLater(tasks as Iterable<Task>, (value: unknown, task: Task) => task(value), initialValue);
}
