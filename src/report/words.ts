/** The words of the reports, one per kind. A kind that is added to a union does not compile until it has words here. */
import type { DependencyReport, DependencyVerdict } from "../analyze/analysis.ts";
import type { UsageForm, Verdict } from "../analyze/usage.ts";
import type { DependencyKind, Problem } from "../project/project.ts";
import type { Deviation } from "../recipe.ts";
import type { PackagePlan } from "../rewrite/plan.ts";

export const verdictWords: Record<DependencyVerdict, string> = {
  unused: "nothing in the project uses it",
  native: "the platform has it",
  trivial: "so small that a helper of your own replaces it",
  lighter: "another package does it with less",
  duplicate: "another dependency already does it",
  "types-only": "only its types are used, so it belongs in devDependencies",
  misplaced: "only development uses it, so it belongs in devDependencies",
  keep: "stays",
};

/** What is said of a dependency: one in the wrong section is so in either direction. */
export function wordsOf({ verdict, kind }: Pick<DependencyReport, "verdict" | "kind">): string {
  if (verdict === "misplaced" && kind === "dev") return "published code loads it, so it belongs in dependencies";
  return verdictWords[verdict];
}

export const removalWords: Record<DependencyReport["removal"], string> = {
  automatic: "automatic",
  allowed: "if allowed",
  manual: "by hand",
  no: "stays",
};

export const kindWords: Record<DependencyKind, string> = {
  prod: "dependencies",
  dev: "devDependencies",
  peer: "peerDependencies",
  optional: "optionalDependencies",
};

export const formWords: Record<UsageForm, string> = {
  import: "import",
  "re-export": "re-export",
  require: "require",
  "dynamic-import": "dynamic import",
  "require.resolve": "require.resolve",
  type: "type",
  call: "call",
  reference: "reference",
  mock: "mock",
  "side-effect": "import for its side effect",
  ambient: "ambient declaration",
  script: "npm script",
  config: "configuration",
  workflow: "workflow",
  dockerfile: "Dockerfile",
  shell: "shell script",
  peer: "peer of a package that stays",
  mention: "named in a file that could not be parsed",
};

export const usageWords: Record<Verdict["kind"], string> = {
  inline: "becomes an expression",
  reference: "refers to the native function",
  helper: "calls a helper of your own",
  drop: "goes",
  own: "is Node's own module",
  refuse: "stays",
};

export const severityWords: Record<Deviation["severity"], string> = {
  observable: "A program could notice",
  quirk: "A quirk of the package goes",
  message: "Only an error's text or class differs",
};

/** From the one that matters most. */
export const severityOrder: Record<Deviation["severity"], number> = { observable: 0, quirk: 1, message: 2 };

export const outcomeWords: Record<PackagePlan["outcome"], string> = {
  remove: "Goes",
  partial: "Stays, with fewer uses",
  stay: "Stays",
};

export const problemWords: Record<Problem["kind"], string> = {
  "manifest-missing": "no manifest",
  "manifest-malformed": "malformed manifest",
  "lockfile-unsupported": "lockfile of another kind",
  "lockfile-malformed": "malformed lockfile",
  "lockfile-out-of-step": "lockfile out of step",
  "lockfile-missing": "no lockfile",
  "packages-unread": "packages not read",
  "source-unreadable": "unreadable source",
  "source-unparsable": "source with syntax errors",
  "directory-unreadable": "unreadable directory",
  "symlink-loop": "symlink loop",
  "config-malformed": "malformed configuration",
};
