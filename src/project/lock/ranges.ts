/** Versions and ranges, as npm compares them. Most are plain; what reads the others is loaded with the first of them. */
import { createRequire } from "node:module";

interface Semver {
  readonly satisfies: typeof import("semver").satisfies;
  readonly valid: typeof import("semver").valid;
  readonly validRange: typeof import("semver").validRange;
}

let loaded: Semver | undefined;

function semver(): Semver {
  const require = createRequire(import.meta.url);
  return (loaded ??= {
    satisfies: require("semver/functions/satisfies.js"),
    valid: require("semver/functions/valid.js"),
    validRange: require("semver/ranges/valid.js"),
  });
}

/** Whether a version is outside a range; false, too, where one of the two is not what npm takes for one. */
export function isOutside(version: string | undefined, range: string): boolean {
  if (version === undefined) return false;
  const plainly = isPlainlyInside(version, range);
  if (plainly !== undefined) return !plainly;
  const { satisfies, valid, validRange } = semver();
  if (validRange(range) === null || valid(version) === null) return false;
  return !satisfies(version, range, { includePrerelease: true });
}

/** Whether a version is in a range, as `semver.satisfies` tells. */
export function isInside(
  version: string,
  range: string,
  options: { readonly includePrerelease?: boolean } = {},
): boolean {
  return isPlainlyInside(version, range) ?? semver().satisfies(version, range, options);
}

/** Whether a text is a range at all. */
export function isRange(text: string): boolean {
  return plainRange.test(text) || semver().validRange(text) !== null;
}

const plainVersion = /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;
const plainRange = /^([~^]|>=|)(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})$/;

/** The same for three numbers each, with one of the usual signs before a range; undefined for anything else. */
function isPlainlyInside(version: string, range: string): boolean | undefined {
  const there = plainVersion.exec(version);
  const asked = plainRange.exec(range);
  if (there === null || asked === null) return undefined;
  const [major, minor, patch] = [Number(there[1]), Number(there[2]), Number(there[3])];
  const from = { major: Number(asked[2]), minor: Number(asked[3]), patch: Number(asked[4]) };
  const order = major - from.major || minor - from.minor || patch - from.patch;
  if (asked[1] === "") return order === 0;
  if (order < 0 || asked[1] === ">=") return order >= 0;
  if (asked[1] === "~") return major === from.major && minor === from.minor;
  if (major !== from.major || major > 0) return major === from.major;
  return minor === from.minor && (minor > 0 || patch === from.patch);
}
