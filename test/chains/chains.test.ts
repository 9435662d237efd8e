/** Chains drawn at random, as lodash runs them and as what they become: the same results, by the same calls in the same order. */
import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { judgePackages } from "../../src/analyze/judge.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import { createRandom } from "../fuzz/random.ts";
import { installOriginals, root } from "../recipes/proof/originals.ts";
import { run } from "../rewrite/run.ts";
import { drawChain } from "./draw.ts";

const seed = Number(process.env["SHRINKDEPS_PROOF_SEED"] ?? 20);
const wanted = Number(process.env["SHRINKDEPS_PROOF_RUNS"] ?? 30) * 4;

const preamble = `
import { inspect } from "node:util";
import _ from "PACKAGE";
let calls = [];
const step = (name, value) => (calls.push(inspect([name, value])), value);
const hidden = Number.isInteger;
const two = 2;
const long = Array.from({ length: 250 }, (_, index) => index);
const given = globalThis.nothing ?? [4, 5, 6];
function tell(name, run) {
  calls = [];
  let result;
  try {
    result = inspect(run(), { depth: 9 });
  } catch (error) {
    result = error.name;
  }
  console.log(name, result, calls.join(" "));
}
`;

function write(chains: readonly (readonly [number, string])[], name: string): string {
  const calls = chains.map(([index, text]) => `tell(${index}, () => ${text});`);
  return `${preamble.replace("PACKAGE", name).trim()}\n\n${calls.join("\n")}\n`;
}

async function inProject<T>(name: string, version: string, work: (directory: string) => Promise<T>): Promise<T> {
  await installOriginals();
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-chains-"));
  try {
    mkdirSync(join(directory, "node_modules"));
    cpSync(
      join(root, "test", "originals", "node_modules", `${name}-${version}`),
      join(directory, "node_modules", name),
      { recursive: true },
    );
    const manifest = {
      name: "p",
      version: "1.0.0",
      type: "module",
      engines: { node: ">=20" },
      dependencies: { [name]: version },
    };
    writeFileSync(join(directory, "package.json"), JSON.stringify(manifest));
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

for (const [name, version] of [
  ["lodash", "4.17.21"],
  ["lodash", "4.18.1"],
  ["lodash-es", "4.18.1"],
] as const)
  describe(`chains of ${name} ${version}`, () => {
    it("give the same by the same calls", { timeout: 600_000 }, () =>
      inProject(name, version, async (directory) => {
        const random = createRandom(seed);
        const drawn = Array.from({ length: wanted }, (_, index) => [index, drawChain(random)] as const);
        const path = join(directory, "chains.js");
        writeFileSync(path, write(drawn, name));
        const catalog = await readCatalog([name]);
        const judged = judgePackages(readProject(directory), catalog, new Set([name])).get(name);
        const lines = readFileSync(path, "utf8").split("\n");
        const refused = new Set(
          (judged?.usages ?? [])
            .filter(({ verdict, form }) => verdict.kind === "refuse" && form !== "import")
            .map(({ line }) => /^tell\((\d+)/.exec(lines[line - 1] ?? "")?.[1]),
        );
        const kept = drawn.filter(([index]) => !refused.has(String(index)));
        assert.ok(kept.length > wanted / 4, `only ${kept.length} of ${wanted} chains are rewritten`);
        const before = write(kept, name);
        writeFileSync(path, before);
        const expected = await run(directory, { "chains.js": before }, "chains.js");
        const made = await plan(readProject(directory), catalog);
        const after = new Map([
          ...made.files.map((file): [string, string] => [file.path, file.after]),
          ...made.newFiles.map((file): [string, string] => [file.path, file.text]),
        ]);
        for (const [file, text] of after) writeFileSync(join(directory, file), text);
        assert.ok(after.has("chains.js"), made.packages.flatMap(({ reasons }) => reasons).join("\n"));
        rmSync(join(directory, "node_modules", name), { recursive: true });
        const found = await run(directory, Object.fromEntries(after), "chains.js");
        assert.equal(found.error, expected.error);
        const [old, now] = [expected.stdout, found.stdout].map((text) => text.split(/\n(?=\d+ )/)) as [
          string[],
          string[],
        ];
        const texts = (after.get("chains.js") ?? "").split(/\n(?=tell\()/).slice(1);
        const mistakes = kept.flatMap(([, text], index) =>
          old[index] === now[index] ? [] : [`${text}\n${texts[index]}\n- ${old[index]}\n+ ${now[index]}`],
        );
        assert.equal(now.length, old.length);
        assert.deepEqual(mistakes, []);
      }),
    );
  });
