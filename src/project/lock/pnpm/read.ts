import type { LockFormat } from "../format.ts";

export const pnpm: LockFormat = {
  name: "pnpm",
  manager: "pnpm",
  files: ["pnpm-lock.yaml"],
  repair: "pnpm install",
  read: () => ({ kind: "unsupported", message: "lockfiles of pnpm are not read yet" }),
};
