/** What fs-extra does because it stands on graceful-fs, and what no comparison of single calls can show. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { whereTooManyFilesAreOpen } from "./too-many-files.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-fs-extra-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

const originals = join(root, "test", "originals");
const recipe = JSON.stringify(join(root, "dist", "recipes", "fs-extra.js"));
// The last form of an export is the one that is given anything.
const replacement = `import(${recipe}).then(({ default: [era] }) =>
  Object.fromEntries(Object.entries(era.exports).map(([key, forms]) => [key, [forms].flat().at(-1)])))`;
const sources = {
  early: 'Promise.resolve(require("fs-extra-10.0.0"))',
  late: 'Promise.resolve(require("fs-extra-11.3.0"))',
  native: replacement,
} as const;

/** What the body of a function of `fs` prints, by what it is given. */
function told(body: string, beforehand = "", env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, load]) => {
      const text = `${beforehand}\nrequire("node:module").syncBuiltinESMExports();\n${load}.then(async (fs) => {${body}});`;
      const options = { cwd: originals, env: { ...process.env, FORCE_COLOR: "0", ...env }, encoding: "utf8" } as const;
      const run = spawnSync(process.execPath, ["--input-type=commonjs", "-e", text], options);
      return [name, run.status === 0 ? run.stdout.trim() : `died of ${/ERR_\w+/.exec(run.stderr)?.[0]}`];
    }),
  );
}

async function assertDeclared(note: string): Promise<void> {
  const [era] = await loadRecipe("fs-extra");
  assert.ok(era?.deviations?.some((each) => each.note === note));
}

test("too many open files", async () => {
  await assertDeclared(
    "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
  );
  const [read, written] = ["package.json", join(folder, "written")];
  const calls = [
    ["readFile", "readFile", [read]],
    ["readJson", "readFile", [read]],
    ["readJSON", "readFile", [read]],
    ["readdir", "readdir", ["."]],
    ["open", "open", [read, "r"]],
    ["writeFile", "writeFile", [written, "text"]],
    ["appendFile", "appendFile", [written, "text"]],
    ["copyFile", "copyFile", [read, written]],
    ["outputFile", "writeFile", [written, "text"]],
    ["writeJson", "writeFile", [written, {}]],
    ["writeJSON", "writeFile", [written, {}]],
    ["outputJson", "writeFile", [written, {}]],
    ["outputJSON", "writeFile", [written, {}]],
    ["ensureFile", "writeFile", [join(folder, "ensured")]],
    ["createFile", "writeFile", [join(folder, "created")]],
  ] as const;
  const short = whereTooManyFilesAreOpen([...new Set(calls.map(([, below]) => below))]);
  const script = `
    for (const [name, below, args] of ${JSON.stringify(calls)}) {
      failing = below;
      const code = await fs[name](...args).then(() => "done", (error) => error.code);
      console.log(name, failing || code);
    }
    for (const made of ["written", "ensured", "created"]) fs.rmSync(${JSON.stringify(folder)} + "/" + made, { force: true });`;
  const all = (end: string): string => calls.map(([name]) => `${name} ${end}`).join("\n");
  assert.deepEqual(told(script, short), { early: all("done"), late: all("done"), native: all("EMFILE") });
});

test("the order of names, and renames on Windows", async () => {
  await assertDeclared(
    "Names come in the order of the file system, which on Windows, and of a whole tree, is not that of the package.",
  );
  await assertDeclared(
    "On Windows a rename that is not allowed fails at once, instead of being tried for up to a minute.",
  );
  const disorder = `require("node:fs").readdir = (path, options, done) => (done ?? options)(null, ["a", "B"]);`;
  const listing = 'fs.readdir(".", (error, names) => console.log(names.join()));';
  assert.deepEqual(told(listing, disorder), { early: "B,a", late: "B,a", native: "a,B" });
  const busy = `
    let calls = 0;
    require("node:fs").rename = (from, to, done) =>
      setImmediate(done, ++calls === 1 ? Object.assign(new Error("held"), { code: "EPERM" }) : null);`;
  const renaming = 'await fs.rename("x", "nowhere").then(() => console.log("done"), ({ code }) => console.log(code));';
  const onWindows = { GRACEFUL_FS_PLATFORM: "win32" };
  assert.deepEqual(told(renaming, busy, onWindows), { early: "done", late: "done", native: "EPERM" });
});

test("some functions are those of graceful-fs, whose recipe shows in what they differ", async () => {
  await assertDeclared("Where nothing is to be read yet it fails with EAGAIN, instead of trying ten times more.");
  await assertDeclared("Streams tell that they are ready, and read ahead only when somebody listens.");
  await assertDeclared("With throwIfNoEntry it gives undefined, where graceful-fs before 4.2.7 fails.");
  const require = createRequire(join(originals, "package.json"));
  const graceful = require("graceful-fs") as Record<string, unknown>;
  const [plain, eras] = [require("node:fs") as Record<string, unknown>, await loadRecipe("graceful-fs")];
  const names = "statSync lstatSync fstatSync readSync createReadStream createWriteStream chmodSync chownSync".split(
    " ",
  );
  const [era] = await loadRecipe("fs-extra");
  for (const alias of ["fs-extra-10.0.0", "fs-extra-10.1.0", "fs-extra-11.3.0"]) {
    const extra = require(alias) as Record<string, unknown>;
    for (const name of names) {
      assert.equal(extra[name], graceful[name], name);
      assert.notEqual(extra[name], plain[name], name);
      assert.equal(era?.exports[name], eras[0]?.exports[name], name);
    }
  }
});

test("the directory the process is in, told once", async () => {
  await assertDeclared(
    "process.cwd asks anew each time, where the package keeps what it said until process.chdir is called.",
  );
  const counted = "let calls = 0; process.cwd = () => `/${(calls += 1)}`;";
  const script = "const [first, second] = [process.cwd(), process.cwd()]; console.log(String(first === second));";
  assert.deepEqual(told(script, counted), { early: "true", late: "true", native: "false" });
});

test("what cannot be written, and is not known to be so before something was waited for", async () => {
  await assertDeclared(
    "What cannot be written makes a promise fail, where versions before 11.2 throw where nobody can catch it.",
  );
  const caught = ".catch(({ code }) => console.log(code));";
  const dead = "died of ERR_INVALID_ARG_TYPE";
  assert.deepEqual(told(`await fs.outputFile("x", 5)${caught}`), {
    early: dead,
    late: "ERR_INVALID_ARG_TYPE",
    native: "ERR_INVALID_ARG_TYPE",
  });
  const bytes = `await fs.outputJson("a\\0b", 5)${caught}`;
  const value = "ERR_INVALID_ARG_VALUE";
  assert.deepEqual(told(bytes), { early: `died of ${value}`, late: value, native: value });
});

test("a directory with a name of chance, and what is read and written by the number of a file", () => {
  const prefix = JSON.stringify(join(folder, "made-"));
  const script = `
    const made = [await fs.mkdtemp(${prefix}), await new Promise((done) => fs.mkdtemp(${prefix}, (_, path) => done(path)))];
    console.log(made.every((path) => path.startsWith(${prefix}) && fs.statSync(path).isDirectory()));
    const fd = await fs.open(made[0] + "/file", "w+");
    const written = await fs.write(fd, Buffer.from("abc"), 0, 3, 0);
    const read = await fs.read(fd, Buffer.alloc(2), 0, 2, 1);
    console.log(written.bytesWritten, String(written.buffer), read.bytesRead, String(read.buffer));
    fs.write(fd, "de", 0, (error, count, text) => {
      fs.read(fd, Buffer.alloc(3), 0, 3, 0, async (_, got, bytes) => {
        console.log(error, count, text, got, String(bytes));
        await fs.close(fd);
      });
    });`;
  const expected = "true\n3 abc 2 bc\nnull 2 de 3 dec";
  assert.deepEqual(told(script), { early: expected, late: expected, native: expected });
});
