import type { Deviation } from "../recipe.ts";
import type { JudgedUsage } from "./usage.ts";

/** What can be said of one package over the whole project. */
export interface PackageJudgement {
  readonly package: string;
  /** Every place that needs it, in sources and elsewhere, each with its verdict. */
  readonly usages: readonly JudgedUsage[];
  /** The recipe that speaks for the installed version. */
  readonly recipe: { readonly replacement: string; readonly deviations: readonly Deviation[] } | undefined;
  /** Why it cannot be removed whatever its usages say: a file that mentions it and could not be parsed. */
  readonly blocked: readonly string[];
}
