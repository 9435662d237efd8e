import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createDisk } from "../../src/project/disk.ts";
import { lockFormats } from "../../src/project/lock/formats.ts";
import { loadFormats, readersByFile } from "../../src/project/lock/load.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Files that a command line loads in a process of its own, as paths from the repository, built ones as "src/…". */
function loadedBy(...argv: string[]): string[] {
  const program = `
    import { createRequire, register } from "node:module";
    const hook = "export async function load(url, context, next) { console.log('loaded ' + url); return next(url, context); }";
    register("data:text/javascript," + encodeURIComponent(hook));
    const { run } = await import(${JSON.stringify(new URL("../../src/cli/run.js", import.meta.url).href)});
    const output = { write() {} };
    const io = { stdout: output, stderr: output, env: {}, cwd: process.argv[2], isTTY: false, isOutputTTY: false };
    const code = await run(JSON.parse(process.argv[1]), io);
    for (const path of Object.keys(createRequire(import.meta.url).cache)) console.log("loaded file://" + path);
    console.log("ended with " + code);
  `;
  const args = ["--input-type=module", "-e", program, JSON.stringify(argv), root];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.match(stdout, /^ended with 0$/m, stderr);
  const paths = [...stdout.matchAll(/^loaded file:\/\/(.*)$/gm)].map(([, path = ""]) => path);
  return paths.map((path) => path.slice(path.indexOf(root) + root.length).replace(/^dist\//, ""));
}

test("a budget check loads the command line, the lockfile's reader, the budget and its report, and nothing else", () => {
  const loaded = loadedBy("budget");
  const packages = new Set(loaded.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  assert.deepEqual([...packages], ["commander"]);
  const own = loaded.filter((path) => path.startsWith("src/"));
  assert.ok(own.includes("src/budget/check.js") && own.includes("src/cli/commands/budget.js"), own.join("\n"));
  const rooms =
    /^src\/(?:errors|cli\/.*|project\/[^/]+|project\/lock\/[^/]+|project\/lock\/(?:npm\/.*|pnpm\/settings)|project\/yaml\/.*|budget\/.*|report\/[^/]+|report\/(?:text|budget)\/.*)\.js$/;
  assert.deepEqual(
    own.filter((path) => !rooms.test(path)),
    [],
  );
  const commands = own.filter((path) => path.startsWith("src/cli/commands/"));
  assert.deepEqual(commands.sort(), ["src/cli/commands/budget.js", "src/cli/commands/directory.js"]);
});

test("the readers that are loaded one by one are all there are", async () => {
  const files = new Map(lockFormats.flatMap((format) => format.files.map((file) => [file, format] as const)));
  for (const [file, load] of Object.entries(readersByFile)) {
    assert.deepEqual(
      await load(),
      lockFormats.filter((format) => format.files.includes(file)),
      file,
    );
    files.delete(file);
  }
  assert.deepEqual([...files.keys()].sort(), ["bun.lockb", "deno.lock"], "these load all readers");
  const disk = (...there: string[]) => ({ ...createDisk("/"), exists: (path: string) => there.includes(path) });
  assert.deepEqual((await loadFormats(disk("package-lock.json", "npm-shrinkwrap.json"))).length, 1);
  for (const there of [[], ["package-lock.json", "yarn.lock"], ["bun.lockb"], ["package-lock.json", "deno.lock"]])
    assert.equal(await loadFormats(disk(...there)), lockFormats);
});

test("what a budget check leaves out is seen where it is loaded", () => {
  const loaded = loadedBy("analyze");
  for (const part of ["ts-morph", "semver", "ignore", "src/analyze/analyze.js", "src/project/source/walk.js"])
    assert.ok(
      loaded.some((path) => path.includes(part)),
      part,
    );
});
