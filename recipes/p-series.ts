import { defineRecipe } from "../src/recipe.ts";
import { pReduce } from "./families/reduce.ts";

type Task = () => unknown;

export default defineRecipe(
  {
    package: "p-series",
    versions: "2.1.0",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    deviations: [
      { severity: "message", note: "The TypeError for something that is no function says less of its kind." },
    ],
    exports: { default: pSeriesInTurns },
  },
  {
    package: "p-series",
    versions: "3.0.0",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pSeries },
  },
);

function pSeriesInTurns<T>(tasks: Iterable<() => T | PromiseLike<T>>): Promise<T[]>;
/** What functions give that are called one after the other, each when the one before is done. */
async function pSeriesInTurns(tasks: unknown): Promise<unknown> {
  checkTasks(tasks as Iterable<unknown>);
  const results: unknown[] = [];
  await pReduce(tasks as Iterable<unknown>, async (_: unknown, task: unknown) => {
    const value = await (task as Task)();
    results.push(value);
  });
  return results;
}

function pSeries<T>(tasks: Iterable<() => T | PromiseLike<T>>): Promise<T[]>;
/** What functions give that are called one after the other, each when the one before is done. */
async function pSeries(tasks: unknown): Promise<unknown> {
  checkTasks(tasks as Iterable<unknown>);
  const results: unknown[] = [];
  for (const task of tasks as Iterable<Task>) results.push(await task());
  return results;
}

function checkTasks(tasks: Iterable<unknown>): void {
  for (const task of tasks)
    if (typeof task !== "function")
      throw new TypeError(`Expected task to be a \`Function\`, received \`${typeof task}\``);
}
