import type { Place } from "../../project/place.ts";

/** How much a notice asks of a reader: to be mended, to be looked at, to be known. */
export type Level = "error" | "warning" | "note";

/** What is to be known and no fault; tools that have no place for such get none. */
export type Weight = Level | "fact";

/** From the one that matters most. */
export const levels: readonly Level[] = ["error", "warning", "note"];

/** A fact as the tools of others want it: a rule, a message and a place. */
export interface Notice<Rule extends string = string> {
  readonly rule: Rule;
  readonly level: Weight;
  /** What stays the same as long as the fact does: the limit, the package. */
  readonly subject: string;
  /** One line. */
  readonly message: string;
  /** With the path from the root of the repository. */
  readonly place: Place;
}

/** Notices with what each of their rules says, as a sentence. */
export interface Notices<Rule extends string = string> {
  readonly rules: Readonly<Record<Rule, string>>;
  readonly notices: readonly Notice<Rule>[];
  /** What each rule does not claim. */
  readonly limits?: Readonly<Partial<Record<Rule, string>>>;
  /** What could not be known, each one sentence. */
  readonly unknown?: readonly string[];
}

/** For formats whose paths start at the root of the repository. */
export interface NoticeOptions {
  /** The project's directory in its repository, "apps/shop/"; "" when absent. */
  readonly prefix?: string;
}
