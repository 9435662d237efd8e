/**
 * What a contributor runs before a commit, on a fresh clone too: installs, builds, checks the formatting and runs every
 * `*.test.ts`. With `--full` it runs what takes longer instead: every `full.ts` and `*.full.ts`. The last line is
 * "N passed, N failed".
 */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { build, fail, install, installMeanwhile, root, runNode } from "./prepare.js";

const isFull = process.argv.includes("--full");
const pattern = isFull ? /(^|[./\\])full\.js$/ : /\.test\.js$/;

install("");
// What the tests compare with takes longest to come, and no build needs it.
const originals = installMeanwhile("test/originals");
if (isFull)
  for (const folder of ["test/lint", "test/managers/yarn", "test/managers/pnpm", "test/managers/bun"]) install(folder);
build();
if (
  !isFull &&
  runNode([join(root, "node_modules", "prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."]) !== 0
) {
  fail("npm run format brings these files in shape");
}
await originals;
const folder = join(root, "dist", "test");
const files = readdirSync(folder, { recursive: true }).filter((file) => pattern.test(file));
if (files.length === 0) fail(`no tests in ${folder}`);
process.exitCode = runNode([
  "--test",
  // A file that hangs is named and ended, rather than the whole run by whoever waits for it.
  `--test-timeout=${25 * 60 * 1000}`,
  // The short files wait for disk, processes and clocks as well: one more than there are cores keeps these busy.
  `--test-concurrency=${availableParallelism() + (isFull ? 0 : 1)}`,
  `--test-reporter=${new URL("reporter.js", import.meta.url).href}`,
  ...files.sort().map((file) => join(folder, file)),
]);
