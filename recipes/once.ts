import { type Deviation, defineRecipe } from "../src/recipe.ts";

type Callable = (this: unknown, ...args: unknown[]) => unknown;

type Called<F> = F & { called: boolean; value?: unknown };

const deviations: readonly Deviation[] = [
  {
    severity: "quirk",
    note: "Passed on as a callback it ignores what comes behind the function, where the package copies the properties of the last argument.",
  },
  {
    severity: "quirk",
    note: "Called on no object, the function has no `this`, where the package gives it the global object.",
  },
];

export default defineRecipe(
  {
    package: "once",
    versions: "1.4.0",
    replacement: "a function that keeps its first result",
    floor: { node: "6.0.0", baseline: "2016-09" },
    deviations,
    exports: { default: once, strict: onceStrict },
  },
  {
    package: "once",
    versions: ">=1.3.1 <1.4",
    replacement: "a function that keeps its first result",
    floor: { node: "6.0.0", baseline: "2016-09" },
    deviations,
    exports: { default: once },
  },
);

function once<F>(fn: F): Called<F>;
/** A function that calls another the first time, and gives that result every time. */
function once(fn: unknown): unknown {
  const f = function (this: unknown, ...args: unknown[]): unknown {
    if (f.called) return f.value;
    f.called = true;
    f.value = (fn as Callable).apply(this, args);
    return f.value;
  } as Called<Callable>;
  f.called = false;
  return copyProperties(fn, f);
}

function onceStrict<F>(fn: F): F & { called: boolean; value?: unknown; onceError: string };
/** A function that calls another the first time, and throws every other time. */
function onceStrict(fn: unknown): unknown {
  const f = function (this: unknown, ...args: unknown[]): unknown {
    if (f.called) throw new Error(f.onceError);
    f.called = true;
    f.value = (fn as Callable).apply(this, args);
    return f.value;
  } as Called<Callable> & { onceError: string };
  const name = (fn as Callable).name || "Function wrapped with `once`";
  f.onceError = `${name} shouldn't be called more than once`;
  f.called = false;
  return copyProperties(fn, f);
}

function copyProperties(from: unknown, to: object): unknown {
  // What cannot be set, as the length of a function, is left as it is.
  for (const key of Object.keys(from as object)) Reflect.set(to, key, (from as Record<string, unknown>)[key]);
  return to;
}
