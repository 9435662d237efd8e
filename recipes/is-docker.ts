import { readFileSync, statSync } from "node:fs";
import { defineRecipe } from "../src/recipe.ts";

let isInside: boolean | undefined;

export default defineRecipe(
  {
    package: "is-docker",
    versions: ">=1.1.0 <4",
    replacement: "a look at files that Docker leaves",
    floor: { node: "10.0.0" },
    exports: { default: isDocker },
  },
  {
    package: "is-docker",
    versions: "4.0.0",
    replacement: "a look at files that Docker leaves",
    floor: { node: "10.0.0" },
    exports: { default: isDockerByMounts },
  },
);

/** Whether this process runs in a container of Docker: found out once. */
function isDocker(): boolean {
  if (isInside === undefined) isInside = exists("/.dockerenv") || mentions("/proc/self/cgroup", "docker");
  return isInside;
}

/** Whether this process runs in a container of Docker: found out once. */
function isDockerByMounts(): boolean {
  if (isInside === undefined) {
    isInside =
      exists("/.dockerenv") ||
      mentions("/proc/self/cgroup", "docker") ||
      mentions("/proc/self/mountinfo", "/docker/containers/");
  }
  return isInside;
}

function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}

function mentions(path: string, word: string): boolean {
  try {
    return readFileSync(path, "utf8").includes(word);
  } catch {
    return false;
  }
}
