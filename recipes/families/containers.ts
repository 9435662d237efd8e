/** Files by which a program knows where it runs. */
import { readFileSync, statSync } from "node:fs";

let isDockered: boolean | undefined;
let isMounted: boolean | undefined;
let isContained: boolean | undefined;

/** Whether this process runs in a container of Docker: found out once. */
export function isDocker(): boolean {
  if (isDockered === undefined) isDockered = exists("/.dockerenv") || mentions("/proc/self/cgroup", "docker");
  return isDockered;
}

/** Whether this process runs in a container of Docker: found out once. */
export function isDockerByMounts(): boolean {
  if (isMounted === undefined) {
    isMounted =
      exists("/.dockerenv") ||
      mentions("/proc/self/cgroup", "docker") ||
      mentions("/proc/self/mountinfo", "/docker/containers/");
  }
  return isMounted;
}

/** Whether this process runs in a container, of Docker or Podman: found out once. */
export function isInsideContainer(): boolean {
  if (isContained === undefined) isContained = exists("/run/.containerenv") || isDocker();
  return isContained;
}

/** Whether there is a file that this process may look at. */
export function exists(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether there is a file with a word in it. */
export function mentions(path: string, word: string): boolean {
  return textOf(path).includes(word);
}

/** What a file says; nothing where it cannot be read. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
