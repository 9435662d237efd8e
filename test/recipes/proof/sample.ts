import fc from "fast-check";

/** What a sample's functions write down while a call runs, so that both sides can be compared. */
export interface World {
  readonly calls: unknown[];
}

/** A value that can be built any number of times, each time equal but separate. `text` is how a failure shows it. */
export interface Sample {
  readonly text: string;
  readonly make: (world: World) => unknown;
  /** The value differs from one making to the next without meaning to: both sides' pass for the same. */
  readonly isChance?: boolean;
}

export type Samples = fc.Arbitrary<Sample>;

/** One sample: `text` is the expression that gives the value, `make` gives it. */
export function sample(text: string, make: (world: World) => unknown): Sample {
  return { text, make };
}

/** Samples of values that nothing can change: primitives, and objects that both sides may share. */
export function shared(values: fc.Arbitrary<unknown>): Samples {
  return values.map((value) => sample(show(value), () => value));
}

/** Samples picked from expressions: `["new Map()", () => new Map()]`. The first is what a failure shrinks to. */
export function among(...choices: readonly (readonly [text: string, make: (world: World) => unknown])[]): Samples {
  return fc.constantFrom(...choices.map(([text, make]) => sample(text, make)));
}

/** Whole argument lists, one array of samples per call; to be used where types alone cannot say which inputs fit. */
export function argumentLists(...parameters: readonly Samples[]): fc.Arbitrary<Sample[]> {
  return fc.tuple(...parameters);
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value).replace(/[\ud800-\udfff]/g, escapeUnit);
  if (typeof value === "bigint") return `${value}n`;
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "symbol") return value.description?.startsWith("Symbol.") ? value.description : String(value);
  return typeof value === "object" && value !== null ? fc.stringify(value) : String(value);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}
