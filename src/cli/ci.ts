import { ShrinkdepsError } from "../errors.ts";
import type { Io } from "./io.ts";

/** Variables that services for continuous integration set. Most set the first. */
const variables = [
  "CI",
  "CONTINUOUS_INTEGRATION",
  "GITHUB_ACTIONS",
  "GITLAB_CI",
  "BUILDKITE",
  "CIRCLECI",
  "TF_BUILD",
  "JENKINS_URL",
  "TEAMCITY_VERSION",
  "BITBUCKET_BUILD_NUMBER",
  "CODEBUILD_BUILD_ID",
];

/** The variable that shows the command runs in continuous integration; undefined where none does. */
function findCi(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return variables.find((name) => !["", "0", "false", undefined].includes(env[name]?.toLowerCase()));
}

/** Throws in continuous integration: what a team agreed on is not rewritten where nobody looks. */
export function refuseInCi({ env }: Io): void {
  const ci = findCi(env);
  if (ci === undefined) return;
  const hint = "run it where you develop, and commit what it writes";
  throw new ShrinkdepsError("usage", `what was agreed is not rewritten in CI (${ci} is set)`, { hint });
}
