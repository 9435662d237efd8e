import { defineRecipe } from "../src/recipe.ts";

/** Copies the own properties of all sources into a new object; of one name, the last counts. */
function extend<Sources extends unknown[]>(...sources: Sources) {
  const isOwn = Object.prototype.hasOwnProperty;
  const target = {} as {
    [Index in keyof Sources]: (source: Sources[Index]) => void;
  }[number] extends (source: infer Whole) => void
    ? Whole
    : never;
  for (const source of sources as readonly Readonly<Record<string, unknown>>[]) {
    for (const key in source) {
      if (isOwn.call(source, key)) Reflect.set(target as object, key, source[key]);
    }
  }
  return target;
}

/** Copies the own properties of all sources to a target; of one name, the last counts. */
function extendTarget<Target, Sources extends unknown[]>(target: Target, ...sources: Sources) {
  const isOwn = Object.prototype.hasOwnProperty;
  for (const source of sources as readonly Readonly<Record<string, unknown>>[]) {
    for (const key in source) {
      if (!isOwn.call(source, key)) continue;
      const value = source[key];
      if (target === undefined || target === null)
        throw new TypeError(`Cannot set properties of ${target} (setting '${key}')`);
      Reflect.set(Object(target), key, value, target);
    }
  }
  return target as Target &
    ({
      [Index in keyof Sources]: (source: Sources[Index]) => void;
    }[number] extends (source: infer Whole) => void
      ? Whole
      : never);
}

export default defineRecipe({
  package: "xtend",
  versions: ">=3.0.0 <5",
  replacement: "a loop over own properties",
  floor: { node: "6.0.0", baseline: "2016-09" },
  deviations: [
    {
      severity: "quirk",
      note: "A source without a prototype, or with a hasOwnProperty of its own, is copied as any other; before 4.0.1 that threw.",
    },
  ],
  exports: { default: extend },
  subpaths: { "./mutable": { default: extendTarget } },
});
