/**
 * What is known of packages that no recipe replaces: what to do by hand, in a sentence. Knowledge of this project, no
 * promise of equality; a recipe that speaks for the installed version comes before it.
 */
export interface ByHand {
  readonly packages: readonly string[];
  /**
   * - `native`: the platform has it, and the calls have to be changed one by one.
   * - `inline`: a few lines of one's own do what is used of it.
   * - `lighter`: another package does it with less.
   * - `parent`: it is there for another package, and goes with that one.
   * - `keep`: there is nothing better.
   */
  readonly kind: "native" | "inline" | "lighter" | "parent" | "keep";
  /** What to use instead, in words short enough for a table. */
  readonly instead: string;
  /** Lowest Node version that has it, where that matters; browsers do not have it when `node:` stands in `instead`. */
  readonly node?: string;
  /** What to mind: one sentence. */
  readonly note: string;
}
