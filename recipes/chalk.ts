import { isatty } from "node:tty";
import { applyInTurn, applyStyles, createChalk, isStyle } from "./families/chalk.ts";
import { forcedLevel, forcedOlder, levelOf, levelOfToday } from "./families/colours.ts";
import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

const services = ["TRAVIS", "CIRCLECI", "APPVEYOR", "GITLAB_CI", "GITHUB_ACTIONS", "BUILDKITE"];

const services2 = ["TRAVIS", "CIRCLECI", "APPVEYOR", "GITLAB_CI"];

/** Texts in the styles of the terminal, if it shows them. */
const chalk2 = createChalk(levelOf(process.stdout.isTTY, forcedOlder(), services2), applyInTurn);

/** Texts in the styles of the terminal, if it shows them. */
const chalk4 = createChalk(levelOf(isatty(1), forcedLevel(), services), applyStyles);

/** Texts in the styles of the terminal, if it shows them. */
const chalk5 = createChalk(levelOfToday(isatty(1), forcedLevel()), applyStyles);

/** Texts in the styles of the terminal that errors go to, if it shows them. */
const chalkStderr = createChalk(levelOfToday(isatty(2), forcedLevel()), applyStyles);

export default defineRecipe(
  {
    package: "chalk",
    versions: ">=2.4 <3",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "12.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "In an old console of Windows, blue is not made brighter, and gray text may be dimmed.",
      },
    ],
    exports: { default: chalk2 },
    rewrite: (use) => refuseForeign(use, 2),
  },
  {
    package: "chalk",
    versions: ">=3 <5",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "12.0.0" },
    exports: { default: chalk4 },
    rewrite: (use) => refuseForeign(use, 4),
  },
  {
    package: "chalk",
    versions: ">=5 <6",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "12.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Gitea, WezTerm and Azure Pipelines are known to show colours, as the package knows them from its later versions on.",
      },
    ],
    exports: { default: chalk5, chalkStderr },
    require: "namespace",
    rewrite: (use) => refuseForeign(use, 5),
  },
);

/** Named styles are served by the helper; what else the package has is refused. */
function refuseForeign({ export: name, members, args }: MemberUse, version: 2 | 4 | 5): MemberRewrite {
  if (name !== "default" && name !== "chalkStderr") return { refuse: `${name} of chalk has no replacement` };
  const foreign = members.find((member) => !isStyle(member, version));
  if (foreign !== undefined) return { refuse: `chalk.${foreign} has no replacement` };
  if (args !== undefined && (members.length > 0 || version === 5)) return undefined;
  const chain = ["chalk", ...members].join(".");
  if (members.length === 0) return { refuse: "chalk itself is used, not one of its styles" };
  return { refuse: `${chain} is kept as a value, and more than a named style could follow it` };
}
