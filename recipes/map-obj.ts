import { defineRecipe } from "../src/recipe.ts";

type Mapper = (
  key: string,
  value: unknown,
  source: unknown,
) => readonly [PropertyKey, unknown, { shouldRecurse?: boolean }?];
type Bag = Record<PropertyKey, unknown>;

export default defineRecipe(
  {
    package: "map-obj",
    versions: "1.0.1",
    replacement: "a loop over own properties",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: mapPlainly },
  },
  {
    package: "map-obj",
    versions: ">=4.3.0 <=5.0.0",
    replacement: "a loop over own properties",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      },
    ],
    exports: { default: mapObjectOrList },
  },
  {
    package: "map-obj",
    versions: ">=5.0.1 <=5.0.2",
    replacement: "a loop over own properties",
    floor: { node: "7.0.0", baseline: "2017-03" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores further arguments, which the package takes for its options.",
      },
    ],
    exports: { default: mapObject },
  },
);

/** An object with the names and values that a function makes of each own property. */
function mapPlainly<Value>(
  object: Readonly<Record<string, Value>>,
  mapper: (key: string, value: Value, source: object) => readonly [PropertyKey, unknown],
): Record<string, unknown>;
function mapPlainly(object?: unknown, cb?: unknown): object;
/** An object with the names and values that a function makes of each own property. */
function mapPlainly(object?: unknown, cb?: unknown): object {
  const mapped: Bag = {};
  for (const key of Object.keys(object as object)) {
    const pair = (cb as Mapper)(key, (object as Bag)[key], object);
    mapped[pair[0]] = pair[1];
  }
  return mapped;
}

function demandObject(value: unknown): asserts value is object {
  if (typeof value === "object" && value !== null) return;
  throw new TypeError(`Expected an object, got \`${value as string}\` (${typeof value})`);
}

function mapObject<Value>(
  object: Readonly<Record<string, Value>>,
  mapper: (key: string, value: Value, source: object) => readonly [PropertyKey, unknown],
): Record<string, unknown>;
function mapObject(object?: unknown, mapper?: unknown): object;
/** An object with the names and values that a function makes of each own property. */
function mapObject(object?: unknown, mapper?: unknown): object {
  demandObject(object);
  if (Array.isArray(object)) throw new TypeError("Expected an object, got an array");
  return mapEntries({}, object, mapper as Mapper);
}

function mapObjectOrList<Value>(
  object: Readonly<Record<string, Value>>,
  mapper: (key: string, value: Value, source: object) => readonly [PropertyKey, unknown],
): Record<string, unknown>;
function mapObjectOrList(object?: unknown, mapper?: unknown): object;
/** An object with the names and values that a function makes of each own property; of a list, one of each object in it. */
function mapObjectOrList(object?: unknown, mapper?: unknown): object {
  demandObject(object);
  return mapSeen(object, mapper as Mapper, new Map());
}

function mapSeen(value: object, mapper: Mapper, seen: Map<unknown, object>): object {
  const before = seen.get(value);
  if (before !== undefined) return before;
  const mapped: Bag = {};
  seen.set(value, mapped);
  if (!Array.isArray(value)) return mapEntries(mapped, value, mapper);
  return value.map((one: unknown) => (isTraversed(one) ? mapSeen(one, mapper, seen) : one));
}

function isTraversed(value: unknown): value is object {
  const isPlain = !(value instanceof RegExp || value instanceof Error || value instanceof Date);
  return typeof value === "object" && value !== null && isPlain;
}

function mapEntries(mapped: Bag, object: object, mapper: Mapper): Bag {
  for (const [key, value] of Object.entries(object)) {
    const mapResult = mapper(key, value, object);
    const [name, made, { shouldRecurse = true } = {}] = mapResult;
    // Only options that are read can throw: nothing here goes deeper.
    void shouldRecurse;
    if (name !== "__proto__") mapped[name] = made;
  }
  return mapped;
}
