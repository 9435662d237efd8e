import { isatty } from "node:tty";
import { forcedLevel, forcedLevelStrictly, levelOf, levelOfToday } from "./families/colours.ts";
import { defineRecipe } from "../src/recipe.ts";

type ColorSupport = { level: number; hasBasic: boolean; has256: boolean; has16m: boolean } | false;

const services7 = ["TRAVIS", "CIRCLECI", "APPVEYOR", "GITLAB_CI", "GITHUB_ACTIONS", "BUILDKITE"];

const stdout7 = describe(levelOf(isatty(1), forcedLevel(), services7));
const stderr7 = describe(levelOf(isatty(2), forcedLevel(), services7));

const stdout8 = describe(levelOf(isatty(1), forcedLevel(), [...services7, "DRONE"]));
const stderr8 = describe(levelOf(isatty(2), forcedLevel(), [...services7, "DRONE"]));

const supportsColor = {
  stdout: describe(levelOfToday(isatty(1), forcedLevelStrictly())),
  stderr: describe(levelOfToday(isatty(2), forcedLevelStrictly())),
};

export default defineRecipe(
  {
    package: "supports-color",
    versions: "7.2.0",
    replacement: "a look at the terminal and the environment",
    floor: { node: "10.0.0" },
    exports: { stdout: stdout7, stderr: stderr7 },
  },
  {
    package: "supports-color",
    versions: "8.1.1",
    replacement: "a look at the terminal and the environment",
    floor: { node: "10.0.0" },
    exports: { stdout: stdout8, stderr: stderr8 },
  },
  {
    package: "supports-color",
    versions: ">=10.2 <11",
    replacement: "a look at the terminal and the environment",
    floor: { node: "10.0.0" },
    exports: { default: supportsColor },
    require: "namespace",
  },
);

/** What a terminal of that level can show; false for one without colours. */
function describe(level: number): ColorSupport {
  return level === 0 ? false : { level, hasBasic: true, has256: level >= 2, has16m: level >= 3 };
}
