/**
 * `npm run test:runtimes`: every proof on Node 20, 22, 24 and 26, whose binaries are packages of the registry (pinned, install
 * scripts off). Names of recipes may be given. `SHRINKDEPS_PROOF_RUNS` sets the inputs per case.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { fail, install, root } from "../prepare.js";

if (process.platform !== "linux" || process.arch !== "x64") fail("the binaries are those for Linux on x64");
install("test/originals");
install("test/runtimes");
const folder = join(root, "test", "runtimes");
const { dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
let failed = 0;
for (const alias of Object.keys(dependencies)) {
  const node = join(folder, "node_modules", alias, "bin", "node");
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim();
  if (!version) fail(`${alias} does not run`);
  const proof = [join(root, "dist", "test", "recipes", "proof", "print.js"), ...process.argv.slice(2)];
  const { status, stdout, stderr } = spawnSync(node, proof, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0) {
    failed += 1;
    const lines = stdout.split("\n");
    const wrong = lines.filter((line, at) => line.startsWith("  ") || lines[at + 1]?.startsWith("  "));
    console.log(wrong.join("\n") || stderr);
  }
  console.log(`${version}: ${stdout.trim().split("\n").at(-1)}`);
}
console.log(`${Object.keys(dependencies).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
