import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { readCheckLine, type CheckOptions } from "../../src/cli/check.ts";
import { addBudget } from "../../src/cli/commands/budget.ts";
import type { Io } from "../../src/cli/io.ts";
import { makeProject } from "../cli/command.ts";
import { shop } from "../cli/shop.ts";
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
    const io = { stdout: output, stderr: output, env: {}, cwd: process.argv[2], isTTY: false, isOutputTTY: false, isErrorTTY: false };
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

test("a budget check loads the command line, its steps, the lockfile's reader, the budget and its report, and nothing else", () => {
  const loaded = loadedBy("budget");
  const packages = new Set(loaded.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
  assert.deepEqual([...packages], []);
  const own = loaded.filter((path) => path.startsWith("src/"));
  assert.ok(own.includes("src/budget/check.js") && own.includes("src/cli/check.js"), own.join("\n"));
  const rooms =
    /^src\/(?:errors|steps|cli\/.*|project\/[^/]+|project\/lock\/[^/]+|project\/lock\/npm\/.*|budget\/.*|report\/[^/]+|report\/(?:text|budget)\/.*)\.js$/;
  assert.deepEqual(
    own.filter((path) => !rooms.test(path)),
    [],
  );
  assert.deepEqual(
    own.filter((path) => path.startsWith("src/cli/commands/")),
    [],
  );
});

test("a plain line is read as the whole parser reads it, and any other is left to that", () => {
  const lines: Record<string, CheckOptions | undefined> = {
    "": { format: "terminal" },
    "--format json": { format: "json" },
    "--base HEAD^1 --output a.md --cwd x --format markdown": {
      format: "markdown",
      base: "HEAD^1",
      output: "a.md",
      cwd: "x",
    },
  };
  for (const [line, wanted] of Object.entries(lines)) {
    const argv = ["budget", ...line.split(" ").filter((word) => word !== "")];
    assert.deepEqual(readCheckLine(argv), wanted);
    assert.deepEqual(parsedBy(argv), wanted);
  }
  for (const line of [
    "analyze",
    "budget --update",
    "budget --format",
    "budget --format yaml",
    "budget --base -x",
    "budget x",
  ])
    assert.equal(readCheckLine(line.split(" ")), undefined, line);
  assert.equal(readCheckLine(["budget", "--format", "json", "--format", "sarif"]), undefined);
  assert.equal(readCheckLine(["budget", "--output", ""]), undefined);
  assert.equal(readCheckLine([]), undefined);
});

/** The options that commander makes of a line. */
function parsedBy(argv: readonly string[]): object {
  const output = { write: () => {} };
  const io: Io = {
    stdout: output,
    stderr: output,
    stdin: undefined,
    isTTY: false,
    isOutputTTY: false,
    isErrorTTY: false,
    columns: undefined,
    env: {},
    cwd: "",
  };
  const program = new Command();
  addBudget(program, io, async () => {});
  const command = program.commands[0]?.action(() => {});
  program.parse(argv, { from: "user" });
  return command?.opts() ?? {};
}

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
  assert.deepEqual([...files.keys()].sort(), ["bun.lockb"], "these load all readers");
  const disk = (...there: string[]) => ({ ...createDisk("/"), exists: (path: string) => there.includes(path) });
  assert.deepEqual((await loadFormats(disk("package-lock.json", "npm-shrinkwrap.json"))).length, 1);
  assert.deepEqual((await loadFormats(disk("pnpm-lock.yaml", "pnpm-workspace.yaml"))).length, 1);
  for (const there of [
    [],
    ["package-lock.json", "yarn.lock"],
    ["bun.lockb"],
    ["package-lock.json", "deno.lock"],
    ["package-lock.json", "pnpm-workspace.yaml"],
    ["pnpm-workspace.yaml"],
  ])
    assert.equal(await loadFormats(disk(...there)), lockFormats);
});

test("what a budget check leaves out is seen where it is loaded", (context) => {
  const loaded = loadedBy("analyze", "--cwd", makeProject(context, shop));
  for (const part of ["ts-morph", "semver", "ignore", "src/analyze/analyze.js", "src/project/source/walk.js"])
    assert.ok(
      loaded.some((path) => path.includes(part)),
      part,
    );
});
