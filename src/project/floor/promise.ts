/** A promise of a lowest Node, and what is assumed where none is made. */
import compare from "semver/functions/compare.js";

export interface Promised {
  readonly node: string;
  /** Where it stands: "engines.node in package.json". */
  readonly source: string;
}

/** The lowest Node shrinkdeps itself runs on, so that the maintainer of the project has it. */
export const assumed = "20.12.0";
/** Stands for "any": a promise that is there and cannot be understood. */
export const lowest = "0.10.0";

export function lowestOf(promises: readonly Promised[]): Promised | undefined {
  return [...promises].sort((a, b) => compare(a.node, b.node))[0];
}
