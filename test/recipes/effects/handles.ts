/** Numbers of files: of one that is open, and has the same in it at each call, and of ones that are not. */
import { closeSync, fstatSync, mkdtempSync, openSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Samples, among } from "../proof/sample.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-handles-"));
const file = join(folder, "file");
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

let last: number | undefined;

/** Closes the one that was opened last, where no call has: its number may be another file's by then. */
function closeLast(): void {
  if (last === undefined) return;
  try {
    if (fstatSync(last).ino === statSync(file).ino) closeSync(last);
  } catch {
    // A call has closed it.
  }
}

/** A new one each time: it may be closed, and where it stands in the file is its own. Its number is chance. */
export const opened: Samples = among([
  "an open file",
  () => {
    closeLast();
    writeFileSync(file, "what is in it", { mode: 0o600 });
    return (last = openSync(file, "r+"));
  },
]).map((one) => ({ ...one, isChance: true }));

export const closed: Samples = among(
  ["-1", () => -1],
  ["2 ** 20", () => 2 ** 20],
  ["1.5", () => 1.5],
  ["NaN", () => NaN],
);
