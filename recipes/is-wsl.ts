import { release } from "node:os";
import { defineRecipe } from "../src/recipe.ts";
import { exists, isDocker, isInsideContainer, mentions, textOf } from "./families/containers.ts";

const underTest = {
  severity: "quirk",
  note: "With __IS_WSL_TEST__ in the environment it is the answer still, where the package is a function.",
} as const;

const isWslByCase =
  process.platform === "linux" && (release().includes("Microsoft") || mentions("/proc/version", "Microsoft"));

const isWslAndNotDocker = process.platform === "linux" && isOfMicrosoft() && !isDocker();

const isWslAndNotInside = process.platform === "linux" && isOfMicrosoft() && !isInsideContainer();

const isWsl =
  process.platform === "linux" &&
  (isOfMicrosoft() || exists("/proc/sys/fs/binfmt_misc/WSLInterop") || exists("/run/WSL")) &&
  !isInsideContainer();

export default defineRecipe(
  {
    package: "is-wsl",
    versions: ">=1.1.0 <=2.0.0",
    replacement: "a look at what Linux says of itself",
    floor: { node: "10.0.0" },
    deviations: [underTest],
    exports: { default: isWslByCase },
  },
  {
    package: "is-wsl",
    versions: ">=2.2.0 <3.1",
    replacement: "a look at what Linux says of itself",
    floor: { node: "10.0.0" },
    deviations: [underTest],
    exports: { default: isWslAndNotDocker },
  },
  {
    package: "is-wsl",
    versions: "3.1.0",
    replacement: "a look at what Linux says of itself",
    floor: { node: "10.0.0" },
    deviations: [underTest],
    exports: { default: isWslAndNotInside },
  },
  {
    package: "is-wsl",
    versions: "3.1.1",
    replacement: "a look at what Linux says of itself",
    floor: { node: "10.0.0" },
    deviations: [underTest],
    exports: { default: isWsl },
  },
);

/** Whether the kernel was built by Microsoft. */
function isOfMicrosoft(): boolean {
  return `${release()} ${textOf("/proc/version")}`.toLowerCase().includes("microsoft");
}
