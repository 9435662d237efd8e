/** The methods that take functions only where each is a module of its own; `_` takes what stands for a function too. */
import { forEach, forEachRight } from "./collections.ts";
import { times } from "./maths.ts";
import { forIn, forOwn } from "./objects.ts";
import { forInRight, forOwnRight } from "./transform.ts";

function onlyFunction(iteratee: unknown): unknown {
  return typeof iteratee === "function" ? iteratee : undefined;
}

/** Calls a function with each element, until it gives false. */
export function forEachAlone<Collection>(collection?: Collection, iteratee?: unknown): Collection {
  return forEach(collection, onlyFunction(iteratee));
}

/** Calls a function with each element from the last to the first, until it gives false. */
export function forEachRightAlone<Collection>(collection?: Collection, iteratee?: unknown): Collection {
  return forEachRight(collection, onlyFunction(iteratee));
}

export function forOwnAlone<Holder extends object>(
  object: Holder,
  iteratee: (value: Holder[keyof Holder], key: string, holder: Holder) => unknown,
): Holder;
export function forOwnAlone<Target>(object?: Target, iteratee?: unknown): Target;
/** Calls a function with each own property, until it gives false. */
export function forOwnAlone<Target>(object?: Target, iteratee?: unknown): Target {
  return forOwn(object, onlyFunction(iteratee));
}

/** Calls a function with each own property from the last to the first, until it gives false. */
export function forOwnRightAlone<Target>(object?: Target, iteratee?: unknown): Target {
  return forOwnRight(object, onlyFunction(iteratee));
}

export function forInAlone<Holder extends object>(
  object: Holder,
  iteratee: (value: Holder[keyof Holder], key: string, holder: Holder) => unknown,
): Holder;
export function forInAlone<Target>(object?: Target, iteratee?: unknown): Target;
/** Calls a function with each property, inherited ones too, until it gives false. */
export function forInAlone<Target>(object?: Target, iteratee?: unknown): Target {
  return forIn(object, onlyFunction(iteratee));
}

/** Calls a function with each property from the last to the first, inherited ones too, until it gives false. */
export function forInRightAlone<Target>(object?: Target, iteratee?: unknown): Target {
  return forInRight(object, onlyFunction(iteratee));
}

export function timesAlone<Result>(count: number, iteratee: (index: number) => Result): Result[];
export function timesAlone(count?: unknown, iteratee?: unknown): unknown[];
/** What a function makes of the numbers from 0 on, so many of them. */
export function timesAlone(count?: unknown, iteratee?: unknown): unknown[] {
  return times(count, onlyFunction(iteratee));
}
