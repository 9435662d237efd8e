import { defineRecipe } from "../src/recipe.ts";
import { flattenTo, isSpread } from "./families/lodash/flat.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toKey } from "./families/lodash/numbers.ts";

export default defineRecipe({
  package: "lodash.pick",
  versions: "4.4.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: pick },
});

function pick<Holder extends object, Key extends keyof Holder>(
  object: Holder,
  ...names: readonly (Key | readonly Key[])[]
): Pick<Holder, Key>;
function pick<Holder extends object>(
  object: Holder | null | undefined,
  ...names: readonly (PropertyKey | readonly PropertyKey[])[]
): Partial<Holder>;
function pick(object?: unknown, ...names: readonly unknown[]): object;
/** An object with some properties of another, inherited ones too, by their names. */
function pick(object?: unknown, ...names: readonly unknown[]): object {
  const picked: Record<PropertyKey, unknown> = {};
  if (object === undefined || object === null) return picked;
  const holder = Object(object) as Readonly<Record<PropertyKey, unknown>>;
  for (const key of flattenTo(names, 1, isSpread).map(toKey)) {
    const value = holder[key];
    if (key in holder) picked[key] = value;
  }
  return picked;
}
