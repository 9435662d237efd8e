import type { Holder, LimitName, Measurement, Place } from "../../budget/result.ts";
import { formatNumber, joinWords } from "../text/quantity.ts";

export const limitWords: Record<LimitName, string> = {
  packages: "packages",
  production: "production packages",
  direct: "direct dependencies",
  installScripts: "install scripts",
  megabytes: "megabytes",
};

const singular: Record<LimitName, string> = {
  packages: "package",
  production: "production package",
  direct: "direct dependency",
  installScripts: "install script",
  megabytes: "megabyte",
};

/** "231 packages, 11 more than the 220 agreed". */
export function describeExcess({ limit, actual, allowed, over }: Measurement): string {
  const today = actual === undefined ? "unknown" : formatNumber(actual);
  const noun = actual === 1 ? singular[limit] : limitWords[limit];
  return `${today} ${noun}, ${formatNumber(over)} more than the ${formatNumber(allowed ?? 0)} agreed`;
}

/** "express alone holds 48, mocha 31"; empty when nobody holds any. */
export function describeHolders(holders: readonly Holder[]): string {
  return joinWords(
    holders.map(({ name, amount }, index) => `${name} ${index === 0 ? "alone holds " : ""}${formatNumber(amount)}`),
  );
}

/** "package.json:31". */
export function formatLimitPlace(place: Place): string {
  return `${place.path}:${place.line}`;
}
