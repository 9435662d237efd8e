/** How promises ended, told as values. */

interface Fulfilled<T> {
  status: "fulfilled";
  value: T;
  isFulfilled: true;
  isRejected: false;
}

interface Rejected {
  status: "rejected";
  reason: unknown;
  isFulfilled: false;
  isRejected: true;
}

export type Settled<T> = Fulfilled<T> | Rejected;

export type Flagged<T> =
  { isFulfilled: true; isRejected: false; value: T } | { isFulfilled: false; isRejected: true; reason: unknown };

export function reflect<T>(promise: PromiseLike<T>): Promise<Settled<T>>;
/** How a promise ends: with a value, or with the reason why not. */
export async function reflect(promise: unknown): Promise<unknown> {
  try {
    return { status: "fulfilled", value: await promise, isFulfilled: true, isRejected: false };
  } catch (reason) {
    return { status: "rejected", reason, isFulfilled: false, isRejected: true };
  }
}

export function reflectByFlags<T>(promise: PromiseLike<T>): Promise<Flagged<T>>;
/** How a promise ends: with a value, or with the reason why not. */
export async function reflectByFlags(promise: unknown): Promise<unknown> {
  try {
    return { isFulfilled: true, isRejected: false, value: await promise };
  } catch (reason) {
    return { isFulfilled: false, isRejected: true, reason };
  }
}

export function isFulfilled<T>(result: Settled<T>): result is Fulfilled<T>;
/** Whether a result tells a value. */
export function isFulfilled(result: unknown): boolean {
  return "value" in (result as object);
}

export function isRejected<T>(result: Settled<T>): result is Rejected;
/** Whether a result tells a failure. */
export function isRejected(result: unknown): boolean {
  return "reason" in (result as object);
}
