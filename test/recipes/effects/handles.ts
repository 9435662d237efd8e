/** Numbers of files: of one that is open, and has the same in it at each call, and of ones that are not. */
import { closeSync, mkdtempSync, openSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Samples, among } from "../proof/sample.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-handles-"));
const file = join(folder, "file");
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

let last: number | undefined;

/** A new one each time, of the same number: it may be closed, and where it stands in the file is its own. */
export const opened: Samples = among([
  "an open file",
  () => {
    writeFileSync(file, "what is in it", { mode: 0o600 });
    try {
      if (last !== undefined) closeSync(last);
    } catch {
      // A call has closed it.
    }
    return (last = openSync(file, "r+"));
  },
]);

export const closed: Samples = among(
  ["-1", () => -1],
  ["2 ** 20", () => 2 ** 20],
  ["1.5", () => 1.5],
  ["NaN", () => NaN],
);
