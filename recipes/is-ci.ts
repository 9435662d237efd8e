import { type CommandRewrite, defineRecipe } from "../src/recipe.ts";
import { isService1, isService2, isService3, isService4 } from "./families/build-services.ts";

const isCi1 = isService1();
const isCi2 = isService2();
const isCi3 = isService3();
const isCi = isService4("ALPIC_HOST CAPAWESOME_CLOUD CF_PAGES RWX VELA WORKERS_CI");

export default defineRecipe(
  {
    package: "is-ci",
    versions: ">=1.0.10 <2",
    loads: { "ci-info": "1.6.0" },
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { default: isCi1 },
    commands: { "is-ci": refuse },
  },
  {
    package: "is-ci",
    versions: "2.0.0",
    loads: { "ci-info": "2.0.0" },
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { default: isCi2 },
    commands: { "is-ci": refuse },
  },
  {
    package: "is-ci",
    versions: ">=3.0.0 <4",
    loads: { "ci-info": "3.9.0" },
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { default: isCi3 },
    commands: { "is-ci": refuse },
  },
  {
    package: "is-ci",
    versions: ">=4.0.0 <5",
    loads: { "ci-info": "4.5.0" },
    replacement: "a look at the environment",
    floor: { node: "6.0.0" },
    exports: { default: isCi },
    commands: { "is-ci": refuse },
  },
);

/** The names of all variables would make a script that nobody can read. */
function refuse(): CommandRewrite {
  return {
    refuse:
      'it looks at too many variables for a script: node -e "process.exit(process.env.CI ? 0 : 1)" looks at the one that most services set',
  };
}
