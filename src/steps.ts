/** What a run is at, for whoever wants to know: a line of progress, a table of times. Nothing is kept here. */
import { channel } from "node:diagnostics_channel";

export type StepName =
  | "tree"
  | "sources"
  | "recipes"
  | "search"
  | "parse"
  | "usages"
  | "types"
  | "tools"
  | "dependencies"
  | "packages"
  | "rewrite"
  | "format"
  | "check"
  | "write"
  | "verify"
  | "audit"
  | "registry"
  | "report";

export interface Step {
  readonly name: StepName;
  /** How much of it is done, where that is counted. */
  readonly part?: { readonly done: number; readonly total: number };
}

/** A channel of Node's own, so that a program which uses the library can listen as the command line does. */
const steps = channel("shrinkdeps:step");

/** Says that from here on the run is at that step, until the next is entered. Costs nothing while nobody listens. */
export function enter(name: StepName): void {
  if (steps.hasSubscribers) steps.publish({ name } satisfies Step);
}

/** The items one by one, as a step whose parts are counted. */
export function* eachOf<Item>(name: StepName, items: readonly Item[]): Generator<Item> {
  for (const [done, item] of items.entries()) {
    if (steps.hasSubscribers) steps.publish({ name, part: { done, total: items.length } } satisfies Step);
    yield item;
  }
}

/** Calls `listen` for each step that is entered, until the function returned is called. */
export function onStep(listen: (step: Step) => void): () => void {
  const receive = (message: unknown): void => listen(message as Step);
  steps.subscribe(receive);
  return () => steps.unsubscribe(receive);
}
