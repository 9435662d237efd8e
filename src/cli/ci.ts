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
export function findCi(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return variables.find((name) => !["", "0", "false", undefined].includes(env[name]?.toLowerCase()));
}
