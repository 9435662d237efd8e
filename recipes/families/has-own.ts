/** Properties of an object's own: what has and hasown share. */
import { since } from "../../src/recipe.ts";

export const hasOwnCases = [
  since({ node: "16.9.0", baseline: "2021-12" }, Object.hasOwn),
  /** Tells whether an object has a property of its own. */
  (object: unknown, key: unknown) => Object.prototype.hasOwnProperty.call(object, key as PropertyKey),
];

/** What differs where both arguments are wrong. */
export const orderOfErrors = {
  severity: "message",
  note: "For null and a key that cannot be a name, the TypeError is about null, not about the key.",
} as const;
