/** What mz does where another package or other name servers are there, and what no comparison of single calls can show. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-mz-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

/** What a script prints with the package, and with what stands in for it. */
function told(script: string): { readonly package: string; readonly replacement: string } {
  const run = (load: string): string => {
    const text = `${script.replaceAll("LOAD", load)}`;
    const env = { ...process.env, FORCE_COLOR: "0" };
    const options = { cwd: join(root, "test", "originals"), env, encoding: "utf8" } as const;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=commonjs", "-e", text], options);
    assert.equal(stderr, "");
    return stdout.trim();
  };
  const recipe = JSON.stringify(join(root, "dist", "recipes", "mz.js"));
  // The last form of an export is the one that is given anything.
  const last = `(name) => import(${recipe}).then(({ default: eras }) =>
    Object.fromEntries(Object.entries(eras.at(-1).subpaths["./" + name]).map(([key, forms]) => [key, [forms].flat().at(-1)])))`;
  return { package: run(`(async (name) => require("mz-2.7.0/" + name))`), replacement: run(`(${last})`) };
}

async function assertDeclared(note: string): Promise<void> {
  const eras = await loadRecipe("mz");
  assert.ok(eras.at(-1)?.deviations?.some((each) => each.note === note));
}

test("too many open files, where graceful-fs is there", async () => {
  await assertDeclared(
    "It is always node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
  );
  await assertDeclared(
    "It copies with node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
  );
  // The first call fails as if too many files were open.
  const script = (name: string, args: string) => `
    const plain = require("node:fs");
    const kept = plain.${name};
    let calls = 0;
    plain.${name} = (...args) => {
      calls += 1;
      if (calls > 1) return kept(...args);
      setImmediate(args.at(-1), Object.assign(new Error("full"), { code: "EMFILE" }));
    };
    require("node:module").syncBuiltinESMExports();
    LOAD("fs").then((fs) => fs.${name}(${args})).then(() => console.log("done"), ({ code }) => console.log(code));`;
  assert.deepEqual(told(script("readFile", '"package.json", "utf8"')), { package: "done", replacement: "EMFILE" });
  const copy = `"package.json", ${JSON.stringify(join(folder, "copy"))}`;
  assert.deepEqual(told(script("copyFile", copy)), { package: "done", replacement: "EMFILE" });
});

test("a rename that is not allowed for a moment, on Windows, where graceful-fs is there", async () => {
  await assertDeclared(
    "It is always node:fs, where the package takes graceful-fs if it finds it, which tries again what is busy.",
  );
  const script = `
    Object.defineProperty(process, "platform", { value: "win32" });
    const plain = require("node:fs");
    const kept = plain.rename;
    let calls = 0;
    plain.rename = (from, to, done) => {
      calls += 1;
      setImmediate(done, calls > 1 ? null : Object.assign(new Error("busy"), { code: "EPERM" }));
    };
    require("node:module").syncBuiltinESMExports();
    LOAD("fs").then((fs) => fs.rename("nowhere", "no-other")).then(() => console.log("done"), ({ code }) => console.log(code));`;
  assert.deepEqual(told(script), { package: "done", replacement: "EPERM" });
});

test("other name servers", async () => {
  await assertDeclared(
    "After dns.setServers the new servers are asked, where the package goes on with the former ones.",
  );
  // One file of a program has loaded it before the servers change, another one does so afterwards.
  const script = (late: string) => `
    const dns = require("node:dns");
    dns.setServers(["127.0.0.1:9"]);
    require("mz-2.7.0/dns");
    const server = require("node:dgram").createSocket("udp4");
    server.on("message", () => { console.log("asked"); server.close(); process.exit(); });
    server.bind(0, "127.0.0.1", () => {
      dns.setServers(["127.0.0.1:" + server.address().port]);
      ${late}.resolve4("localhost", (error) => { console.log(error.code); server.close(); });
    });`;
  const { package: theirs } = told(script('require("mz-2.7.0/dns")'));
  const { package: ours } = told(script('require("node:dns")'));
  assert.deepEqual([theirs, ours], ["ECONNREFUSED", "asked"]);
});

test("another kind of promise", async () => {
  await assertDeclared(
    "Promises are those of the language, where another kind may have been registered with any-promise.",
  );
  const script = `
    class Other extends Promise {}
    require("any-promise/register")("other", { Promise: Other });
    LOAD("fs").then((fs) => console.log(fs.stat("package.json") instanceof Other));`;
  assert.deepEqual(told(script), { package: "true", replacement: "false" });
});

test("a directory with a name of chance", () => {
  const prefix = JSON.stringify(join(folder, "made-"));
  const script = `LOAD("fs").then(async (fs) => {
    const made = [await fs.mkdtemp(${prefix}), await new Promise((done) => fs.mkdtemp(${prefix}, (_, path) => done(path)))];
    console.log(made.every((path) => path.startsWith(${prefix}) && fs.statSync(path).isDirectory()), made.map((path) => path.length - ${prefix}.length).join());
  });`;
  assert.deepEqual(told(script), { package: "true 6,6", replacement: "true 6,6" });
});

test("what a program prints is given as a list of two, and the process to whom has a callback", () => {
  const script = `LOAD("child_process").then(async ({ exec, execFile }) => {
    const seen = [await exec("echo out; echo err >&2"), await execFile("echo", ["a"])];
    const child = exec("echo called", (error, stdout, stderr) => console.log(JSON.stringify([seen, error, stdout, stderr, child.exitCode])));
  });`;
  const { package: theirs, replacement } = told(script);
  assert.equal(theirs, '[[["out\\n","err\\n"],["a\\n",""]],null,"called\\n","",0]');
  assert.equal(replacement, theirs);
});
