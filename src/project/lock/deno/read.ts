import type { LockFormat } from "../format.ts";

export const deno: LockFormat = {
  name: "deno",
  manager: "deno",
  files: ["deno.lock"],
  repair: "deno install",
  read: () => ({ kind: "unsupported", message: "lockfiles of deno are not read yet" }),
};
