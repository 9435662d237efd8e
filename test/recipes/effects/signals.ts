/** Signals that stay as they are, have been aborted, or are soon: who listens to them is not compared, unless they keep account. */
import fc from "fast-check";
import { type Sample, among } from "../proof/sample.ts";

class QuietSignal {
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  get aborted(): boolean {
    return this.#signal.aborted;
  }

  get reason(): unknown {
    return this.#signal.reason;
  }

  addEventListener(...[name, listener, options]: Parameters<AbortSignal["addEventListener"]>): void {
    this.#signal.addEventListener(name, listener, options);
  }

  removeEventListener(...[name, listener]: Parameters<AbortSignal["removeEventListener"]>): void {
    this.#signal.removeEventListener(name, listener);
  }
}

/** A signal that keeps account of its listeners. */
export class AccountableSignal {
  readonly listeners: unknown[] = [];
  readonly aborted: boolean;
  readonly reason: unknown;

  constructor(reason?: unknown) {
    this.aborted = reason !== undefined;
    this.reason = reason;
  }

  addEventListener(_name: string, listener: unknown): void {
    this.listeners.push(listener);
  }

  removeEventListener(_name: string, listener: unknown): void {
    if (this.listeners.includes(listener)) this.listeners.splice(this.listeners.indexOf(listener), 1);
  }
}

export const signals: fc.Arbitrary<Sample> = fc.oneof(
  among(
    ["quiet", () => new QuietSignal(new AbortController().signal)],
    ["aborted", () => new QuietSignal(AbortSignal.abort())],
    ["aborted with a text", () => new QuietSignal(AbortSignal.abort("enough"))],
    ["accountable", () => new AccountableSignal()],
    ["accountable, aborted", () => new AccountableSignal(new RangeError("enough"))],
  ),
  among(...[1, 2, 4, 8, 12].map((turns) => [`aborted after ${turns}`, () => abortedAfter(turns)] as const)),
);

function abortedAfter(turns: number): QuietSignal {
  const controller = new AbortController();
  void (async () => {
    for (let turn = 0; turn < turns; turn += 1) await undefined;
    controller.abort(new RangeError("enough"));
  })();
  return new QuietSignal(controller.signal);
}
