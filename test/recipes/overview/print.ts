/**
 * `npm run catalogue`: proves every recipe and prints what the catalogue holds. With `--write` it writes docs/recipes.md;
 * with names of packages it proves those alone, with `--quick` nothing, and takes the other inputs tried from the page there is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { installOriginals, root } from "../proof/originals.ts";
import { proofOptions, proveRecipe } from "../proof/prove.ts";
import { count, readEntries } from "./count.ts";
import { readTried, writePage } from "./page.ts";

process.env["SHRINKDEPS_PROOF_RUNS"] ??= "1000";
const page = path.join(root, "docs", "recipes.md");
const flags = process.argv.slice(2);
const entries = await readEntries();
const numbers = count(entries);
const tried = new Map(existsSync(page) ? readTried(readFileSync(page, "utf8")) : []);
const differences: string[] = [];
const asked = flags.filter((flag) => !flag.startsWith("--"));
const unknown = asked.filter((name) => !entries.some((entry) => entry.name === name));
if (unknown.length > 0) throw new RangeError(`no recipe is for ${unknown.join(", ")}`);
if (!flags.includes("--quick")) await prove(asked.length === 0 ? entries.map(({ name }) => name) : asked);
print();
if (flags.includes("--write")) write();
process.exitCode = differences.length > 0 ? 1 : 0;

async function prove(names: readonly string[]): Promise<void> {
  await installOriginals();
  const options = proofOptions();
  for (const { name, written } of entries.filter((entry) => names.includes(entry.name))) {
    const proofs = await proveRecipe(written, options);
    for (const each of proofs)
      if (each.difference !== undefined) differences.push(`${name} ${each.version} ${each.case}${each.difference}`);
    const inputs = proofs.reduce((total, each) => total + each.inputs, 0);
    // What this Node is too old for is tried by `npm run test:runtimes`: its number stays.
    if (inputs > 0) tried.set(name, inputs);
  }
}

function print(): void {
  const inputs = entries.reduce((total, { name }) => total + (tried.get(name) ?? 0), 0);
  const { becoming, deviations } = numbers;
  const lines: readonly (readonly [string, number])[] = [
    ["packages with a recipe", numbers.packages],
    ["packages with advice alone", numbers.advised],
    ["exports replaced", numbers.exports],
    ["  by a native function or class", becoming.reference],
    ["  inline", becoming.inline],
    ["  inline where types allow, else by a helper", becoming["inline or helper"]],
    ["  by a helper", becoming.helper],
    ["entry points dropped", numbers.dropped],
    ["commands replaced in npm scripts", numbers.commands],
    ["deviations: of a message", deviations.message],
    ["deviations: quirks", deviations.quirk],
    ["deviations: observable", deviations.observable],
    ["inputs tried", inputs],
    ["differences that are not declared", differences.length],
  ];
  for (const [text, number] of lines) process.stdout.write(`${number.toLocaleString("en").padStart(10)}  ${text}\n`);
  for (const each of differences) process.stdout.write(`  ${each}\n`);
}

function write(): void {
  mkdirSync(path.dirname(page), { recursive: true });
  writeFileSync(page, writePage(entries, numbers, tried));
}
