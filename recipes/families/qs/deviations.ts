/** Where the queries of qs differ from what stands in for it. */
import type { Deviation } from "../../../src/recipe.ts";

export const cycles: Deviation = {
  severity: "message",
  note: "An object that contains itself fails sooner, and by another RangeError before 6.10.",
  exports: ["stringify"],
};
export const surrogates: Deviation = {
  severity: "quirk",
  note: "Half of a surrogate pair becomes U+FFFD, where many versions make another character of it and what follows.",
  exports: ["stringify"],
};
export const controls: Deviation = {
  severity: "quirk",
  note: "The first sixteen control characters are %00 to %0F, of which 6.8.4, 6.10.6, 6.11.3, 6.12.4 and 6.13.2 leave the first zero out.",
  exports: ["stringify"],
};
export const textless: Deviation = {
  severity: "quirk",
  note: "A list with an object that String fails for is not joined by arrayFormat comma, but fails.",
  exports: ["stringify"],
};
export const deep: Deviation = {
  severity: "quirk",
  note: "Of a name with more than five brackets the rest is a key, where 6.8.4, 6.10.6, 6.11.3, 6.12.4 and 6.13.2 make one of nearly the whole name.",
  exports: ["parse"],
};
