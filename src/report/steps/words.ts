import type { StepName } from "../../steps.ts";

/** What each step is for a reader. One that is added does not compile until it has words. */
export const stepWords: Record<StepName, string> = {
  tree: "reading manifests and lockfiles",
  sources: "listing the sources",
  recipes: "reading recipes",
  search: "looking for what names a dependency",
  parse: "parsing",
  usages: "judging usages",
  types: "reading types",
  tools: "searching scripts and configurations",
  dependencies: "judging dependencies",
  packages: "counting packages",
  rewrite: "rewriting",
  format: "formatting",
  check: "type checking",
  write: "writing",
  verify: "running the command that verifies",
  audit: "auditing",
  registry: "asking the registry",
  report: "reporting",
};
