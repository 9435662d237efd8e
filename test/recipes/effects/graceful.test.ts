/** What graceful-fs does where the system is short of something, and node:fs does not. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-graceful-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

const sources = {
  early: 'require("graceful-fs-4.2.0")',
  late: 'require("graceful-fs-4.2.12")',
  native: 'require("node:fs")',
} as const;

/** What a script prints, by which functions it is given as `fs`. */
function told(script: string, before_ = "", env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(sources).map(([name, load]) => {
      const text = `${before_}\nconst fs = ${load};\n${script}`;
      const options = { cwd: join(root, "test", "originals"), env: { ...process.env, FORCE_COLOR: "0", ...env } };
      const run = spawnSync(process.execPath, ["-e", text], { ...options, encoding: "utf8" });
      assert.equal(run.stderr, "", name);
      return [name, run.stdout.trim()];
    }),
  );
}

async function assertDeclared(note: string): Promise<void> {
  const [era] = await loadRecipe("graceful-fs");
  assert.ok(era?.deviations?.some((each) => each.note === note));
}

test("too many open files", async () => {
  await assertDeclared(
    "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
  );
  // The first call fails as if too many files were open.
  const short = (name: string) => `
    const plain = require("node:fs");
    const kept = plain.${name};
    let calls = 0;
    plain.${name} = (...args) => {
      calls += 1;
      if (calls > 1) return kept(...args);
      setImmediate(args.at(-1), Object.assign(new Error("full"), { code: "EMFILE" }));
    };`;
  for (const [name, args] of [
    ["readFile", [fileOf("read")]],
    ["writeFile", [join(folder, "written"), "text"]],
    ["appendFile", [join(folder, "written"), "text"]],
    ["readdir", [folder]],
    ["open", [fileOf("read"), "r"]],
  ] as const) {
    const call = `fs.${name}(...${JSON.stringify(args)}, (error) => console.log(error?.code ?? "done"));`;
    const { late, native } = told(call, short(name));
    assert.deepEqual([late, native], ["done", "EMFILE"], name);
  }
});

function fileOf(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "text");
  return path;
}

test("the order of names, and renames on Windows", async () => {
  await assertDeclared(
    "Names come in the order of the file system, which on Windows, and of a whole tree, is not that of the package.",
  );
  const whole = 'fs.readdir(".", { recursive: true }, (error, names) => console.log(names.join()));';
  const tree = `require("node:fs").readdir = (path, options, done) => done(null, ["a", "c", "a/b"]);`;
  assert.deepEqual(told(whole, tree), { early: "a,a/b,c", late: "a,a/b,c", native: "a,c,a/b" });
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
  const renaming = 'fs.rename("x", "nowhere", (error) => console.log(error?.code ?? "done"));';
  const onWindows = { GRACEFUL_FS_PLATFORM: "win32" };
  assert.deepEqual(told(renaming, busy, onWindows), { early: "done", late: "done", native: "EPERM" });
  assert.deepEqual(told(renaming, busy), { early: "EPERM", late: "EPERM", native: "EPERM" });
});

test("a read that has to wait", async () => {
  await assertDeclared("Where nothing is to be read yet it fails with EAGAIN, instead of trying ten times more.");
  const waiting = `
    let calls = 0;
    require("node:fs").readSync = () => {
      if (++calls === 1) throw Object.assign(new Error("nothing yet"), { code: "EAGAIN" });
      return 7;
    };`;
  const reading = "try { console.log(fs.readSync(0, Buffer.alloc(9), 0, 9, null)) } catch (e) { console.log(e.code) }";
  assert.deepEqual(told(reading, waiting), { early: "7", late: "7", native: "EAGAIN" });
});

test("streams tell the same, but that they are ready", async () => {
  await assertDeclared("Streams tell that they are ready, and read ahead only when somebody listens.");
  const [read, written] = [fileOf("streamed"), join(folder, "stream")];
  const script = `
    const events = ["open", "ready", "data", "end", "finish", "error", "close"];
    const watch = (name, stream) => {
      for (const event of events)
        if (event !== "data" || stream.readable)
          stream.on(event, (value) => console.log(name, event + (value?.code ?? value?.length ?? "")));
    };
    watch("read", fs.createReadStream(${JSON.stringify(read)}));
    watch("part", fs.createReadStream(${JSON.stringify(read)}, { start: 1, end: 2, encoding: "utf8" }));
    watch("missing", fs.createReadStream("/nowhere/x"));
    watch("unwritable", fs.createWriteStream("/nowhere/x"));
    const stream = fs.createWriteStream(${JSON.stringify(written)});
    watch("write", stream);
    stream.write("te");
    stream.end("xt");`;
  const runs = told(script);
  const linesOf = (text: string | undefined, name: string): string[] =>
    (text ?? "").split("\n").filter((line) => line.startsWith(`${name} `));
  for (const name of ["read", "part", "missing", "unwritable", "write"]) {
    const native = linesOf(runs["native"], name);
    assert.equal(native.includes(`${name} ready`) || name === "missing" || name === "unwritable", true);
    const withoutReady = native.filter((line) => line !== `${name} ready`);
    assert.deepEqual(linesOf(runs["late"], name), withoutReady);
    assert.deepEqual(linesOf(runs["early"], name), withoutReady);
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

test("permissions and owners are set with as much forgiveness", async () => {
  const recipe = JSON.stringify(join(root, "dist", "recipes", "graceful-fs.js"));
  const failing = `
    let code = "";
    const fail = () => Object.assign(new Error("no"), { code });
    const plain = require("node:fs");
    for (const name of ["chmod", "chown"]) {
      plain[name + "Sync"] = () => { throw fail(); };
      plain[name] = (...args) => args.at(-1)(fail());
    }
    require("node:module").syncBuiltinESMExports();`;
  const script = `
    const isForgiving = fs !== plain;
    const say = (fs) => {
      for (const user of [0, 1000, undefined])
        for (code of ["ENOSYS", "EINVAL", "EPERM", "EACCES"]) {
          process.getuid = user === undefined ? undefined : () => user;
          try { console.log(fs.chmodSync("x", 1), fs.chownSync("x", 1, 1)) } catch (error) { console.log(error.code) }
          fs.chmod("x", 1, (error) => console.log(error?.code ?? error));
          fs.chown("x", 1, 1, (error) => console.log(error?.code ?? error));
          if (isForgiving) fs.chmod("x", 1);
        }
    };`;
  const theirs = told(`${script} say(fs);`, failing);
  const ours = told(
    `${script} import(${recipe}).then((it) => say(it.default[0].exports));`.replace("fs !== plain", "true"),
    failing,
  );
  assert.match(ours["native"] ?? "", /EPERM[^]*null[^]*EACCES/);
  assert.equal(ours["native"], theirs["late"]);
  assert.equal(theirs["early"], theirs["late"]);
});
