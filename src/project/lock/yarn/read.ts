import type { LockFormat } from "../format.ts";

export const yarn: LockFormat = {
  name: "yarn",
  manager: "yarn",
  files: ["yarn.lock"],
  repair: "yarn install",
  read: () => ({ kind: "unsupported", message: "lockfiles of yarn are not read yet" }),
};
