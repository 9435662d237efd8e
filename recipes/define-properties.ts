import { defineRecipe } from "../src/recipe.ts";

type Keyed = Readonly<Record<PropertyKey, unknown>>;

export default defineRecipe(
  {
    package: "define-properties",
    versions: ">=1.1.3 <1.2",
    replacement: "Object.defineProperty",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: defineUnlessThere },
  },
  {
    package: "define-properties",
    versions: "1.2.0",
    replacement: "Object.defineProperty",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: defineUnlessSame },
  },
  {
    package: "define-properties",
    versions: "1.2.1",
    replacement: "Object.defineProperty",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: defineProperties },
  },
);

/** Gives an object properties that loops do not see: those it lacks, and those whose predicate says yes. */
function defineUnlessThere(object: unknown, map: unknown, ...predicates: unknown[]): void {
  eachProperty(map, predicates, (name, value, predicate) => {
    if (name in (object as object) && !says(predicate)) return;
    Object.defineProperty(object, name, { value, configurable: true, enumerable: false, writable: true });
  });
}

/** Gives an object properties that loops do not see: those it lacks, and those whose predicate is true or says yes. */
function defineUnlessSame(object: unknown, map: unknown, ...predicates: unknown[]): void {
  eachProperty(map, predicates, (name, value, predicate) => {
    if (isToStay(object as Keyed, name, value, predicate)) return;
    Object.defineProperty(object, name, { value, configurable: true, enumerable: false, writable: true });
  });
}

/** Gives an object properties that loops do not see: those it lacks, and those whose predicate is true or says yes. */
function defineProperties(object: unknown, map: unknown, ...predicates: unknown[]): void {
  eachProperty(map, predicates, (name, value, predicate) => {
    if (isToStay(object as Keyed, name, value, predicate)) return;
    const before = Object.getOwnPropertyDescriptor(object, name);
    const { configurable, writable } = (before || {
      configurable: true,
      writable: true,
    }) as Required<PropertyDescriptor>;
    Object.defineProperty(object, name, { value, configurable, enumerable: false, writable });
  });
}

/** Goes over what an object has, symbols last, each with the predicate of its name. */
function eachProperty(
  map: unknown,
  given: readonly unknown[],
  define: (name: PropertyKey, value: unknown, predicate: unknown) => void,
): void {
  const predicates = (given.length > 0 ? given[0] : {}) as Keyed;
  const names: PropertyKey[] = [...Object.keys(map as object), ...Object.getOwnPropertySymbols(map)];
  for (const name of names) define(name, (map as Keyed)[name], predicates[name]);
}

function isToStay(object: Keyed, name: PropertyKey, value: unknown, predicate: unknown): boolean {
  if (!(name in object)) return false;
  return predicate === true ? object[name] === value : !says(predicate);
}

function says(predicate: unknown): unknown {
  const isFunction =
    typeof predicate === "function" && Object.prototype.toString.call(predicate) === "[object Function]";
  return isFunction && (predicate as () => unknown)();
}
