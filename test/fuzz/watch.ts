/** Tells whether calls of packages met a deviation that a recipe declares; for the process the programs run in. */
import type { ProofSettings } from "../recipes/proof/settings.ts";

/** What the modules of watched.ts find the wrapper by. */
const mark = Symbol.for("shrinkdeps.watch");

interface Place {
  readonly name: string;
  readonly version: string;
  readonly export: string;
}

/** Puts the wrapper in place; `met` is true once a wrapped function was called with what a deviation covers. */
export function watchCalls(settings: ReadonlyMap<string, ProofSettings>): { met: boolean } {
  const state = { met: false };
  const wrap = (value: unknown, place: Place): unknown => {
    if (typeof value !== "function" && (typeof value !== "object" || value === null)) return value;
    const note = (args: readonly unknown[]): void => {
      for (const one of settings.get(place.name)?.deviations ?? [])
        if ("covers" in one && [true, false].some((isLast) => one.covers?.(args, { ...place, isLast }) === true))
          state.met = true;
    };
    return new Proxy(value, {
      apply(target, self, args) {
        note(args);
        return typeof target === "function" ? Reflect.apply(target, self, args) : undefined;
      },
      construct(target, args, newTarget) {
        note(args);
        return typeof target === "function" ? Reflect.construct(target, args, newTarget) : {};
      },
      get(target, key, receiver) {
        const member: unknown = Reflect.get(target, key, receiver);
        const own = Reflect.getOwnPropertyDescriptor(target, key);
        const isFixed = own !== undefined && own.configurable === false && own.writable === false;
        if (typeof key !== "string" || isFixed || typeof member !== "function" || own === undefined) return member;
        return key === "constructor" || key === "prototype" ? member : wrap(member, { ...place, export: key });
      },
    });
  };
  Reflect.set(globalThis, mark, wrap);
  return state;
}
