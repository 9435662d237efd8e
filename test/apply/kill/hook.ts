/** Loaded before the command line: kills the process at one of the calls that change the disk, or counts them all. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const last = Number(process.env["SHRINKDEPS_DIE_AT"] ?? -1);
const changing = [
  "write",
  "fsync",
  "fchmod",
  "rename",
  "link",
  "unlink",
  "mkdir",
  "rmdir",
  "writeFile",
  "open",
] as const;
let count = 0;

for (const name of changing) {
  const real: unknown = Reflect.get(fs, `${name}Sync`);
  if (typeof real !== "function") throw new TypeError(`node:fs has no ${name}Sync`);
  Reflect.set(fs, `${name}Sync`, (...args: unknown[]): unknown => {
    // Opening a file to read it changes nothing.
    const changes = name !== "open" || (typeof args[1] === "string" && args[1] !== "r");
    if (changes && count++ === last) process.kill(process.pid, "SIGKILL");
    return Reflect.apply(real, fs, args);
  });
}
syncBuiltinESMExports();
