import type { LockFormat } from "../format.ts";

export const bunText: LockFormat = {
  name: "bun",
  manager: "bun",
  files: ["bun.lock"],
  repair: "bun install",
  read: () => ({ kind: "unsupported", message: "lockfiles of bun are not read yet" }),
};

/** What bun wrote before version 1.2. It goes behind the text when both are there, as for bun. */
export const bunBinary: LockFormat = {
  name: "bun binary",
  manager: "bun",
  files: ["bun.lockb"],
  repair: "bun install --save-text-lockfile",
  unreadable: "it is binary, and only the text format is read",
  read: () => ({ kind: "unsupported", message: "it is binary" }),
};
