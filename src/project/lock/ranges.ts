/** Versions and ranges, as npm compares them. Most lockfiles are checked without, so loading it waits for the first one. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const satisfies = (): typeof import("semver").satisfies => require("semver/functions/satisfies.js");
const valid = (): typeof import("semver").valid => require("semver/functions/valid.js");
const validRange = (): typeof import("semver").validRange => require("semver/ranges/valid.js");

/** Whether a version is outside a range; false, too, where one of the two is not what npm takes for one. */
export function isOutside(version: string | undefined, range: string): boolean {
  if (version === undefined || validRange()(range) === null || valid()(version) === null) return false;
  return !satisfies()(version, range, { includePrerelease: true });
}

/** Whether a version is in a range, as `semver.satisfies` tells. */
export function isInside(
  version: string,
  range: string,
  options: { readonly includePrerelease?: boolean } = {},
): boolean {
  return satisfies()(version, range, options);
}

/** Whether a text is a range at all. */
export function isRange(text: string): boolean {
  return validRange()(text) !== null;
}
