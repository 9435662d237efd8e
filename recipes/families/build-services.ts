/** Variables by which services that build and test a program tell it that it runs there. */

const names =
  "CI CONTINUOUS_INTEGRATION BUILD_NUMBER RUN_ID APPVEYOR BITBUCKET_COMMIT BITRISE_IO BUDDY_WORKSPACE_ID BUILDKITE " +
  "CIRCLECI CIRRUS_CI CODEBUILD_BUILD_ARN DRONE DSARI GITLAB_CI GO_PIPELINE_LABEL HUDSON_URL MAGNUM SAILCI SEMAPHORE " +
  "STRIDER TEAMCITY_VERSION TRAVIS bamboo_planKey";

const laterNames =
  "AC_APPCIRCLE APPCENTER_BUILD_ID BUILDER_OUTPUT BUILD_ID CF_BUILD_ID CI_APP_ID CI_BUILD_ID CI_BUILD_NUMBER CI_NAME " +
  "CI_XCODE_PROJECT CM_BUILD_ID EAS_BUILD GERRIT_PROJECT GITHUB_ACTIONS HARNESS_BUILD_ID LAYERCI NETLIFY NEVERCODE " +
  "NOW_BUILDER RELEASE_BUILD_ID RENDER SCREWDRIVER TF_BUILD VERCEL XCS";

const latestNames = "AGOLA_GIT_REF EARTHLY_CI GITEA_ACTIONS PROW_JOB_ID";

/** Whether a build service runs this program, by what ci-info 1.6.0 knows. */
export function isService1(): boolean {
  return isAnySet(`${names} SHIPPABLE TDDIUM TF_BUILD`) || isEarlyService();
}

/** Whether a build service runs this program, by what ci-info 2.0.0 knows. */
export function isService2(): boolean {
  return (
    isAnySet(`${names} NETLIFY_BUILD_BASE SHIPPABLE SYSTEM_TEAMFOUNDATIONCOLLECTIONURI TDDIUM`) || isEarlyService()
  );
}

/** Whether a build service runs this program, by what ci-info 3.9.0 knows; never where CI is false. */
export function isService3(): boolean {
  return isLaterService(`${names} ${laterNames} SHIPPABLE TDDIUM`);
}

/** Whether a build service runs this program, by what ci-info 4 knows and by variables of more names; never where CI is false. */
export function isService4(others: string): boolean {
  return isLaterService(`${names} ${laterNames} ${latestNames} ${others}`);
}

function isEarlyService(): boolean {
  const { BUILD_ID, CI_NAME, JENKINS_URL } = process.env;
  return CI_NAME === "codeship" || Boolean(JENKINS_URL && BUILD_ID);
}

function isLaterService(known: string): boolean {
  const { CI, NODE } = process.env;
  return CI !== "false" && (isAnySet(known) || (NODE || "").includes("/app/.heroku/node/bin/node"));
}

function isAnySet(known: string): boolean {
  return known.split(" ").some((name) => process.env[name]);
}
