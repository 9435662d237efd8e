import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import fc from "fast-check";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

test("fs-extra looks at a path itself where the platform is Windows", async () => {
  const note = "On Windows, a path with characters that it does not allow gives the system's own error.";
  const [era] = await loadRecipe("fs-extra");
  assert.ok(era?.deviations?.some((each) => each.note === note));
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-windows-"));
  const codeOf = (load: string): string => {
    const script = `
      const make = ${load};
      Object.defineProperty(process, "platform", { value: "win32" });
      try { make(${JSON.stringify(join(folder, "a<b"))}, { recursive: true }); console.log("made"); }
      catch (error) { console.log(error.code); }`;
    const run = spawnSync(process.execPath, ["-e", script], { cwd: join(root, "test", "originals"), encoding: "utf8" });
    return run.stdout.trim();
  };
  assert.equal(codeOf('require("fs-extra-11.3.0").ensureDirSync'), "EINVAL");
  assert.equal(codeOf('require("node:fs").mkdirSync'), "made");
  rmSync(folder, { recursive: true });
});

test("a path becomes a pattern as on Windows where the platform is Windows", async (t) => {
  const eras = await loadRecipe("fast-glob");
  const { win32, posix } = createRequire(join(root, "test", "originals", "x.js"))("fast-glob-3.3.3") as Record<
    "win32" | "posix",
    Record<string, (path: string) => string>
  >;
  const paths = fc.sample(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(..."\\\\()[]{}!@+*?|,./a"), minLength: 1, maxLength: 12 }),
      fc.constantFrom("\\\\?\\C:\\a", "\\\\.\\a\\(b)", "C:\\a [1]\\!b.js", "!(a)\\b"),
    ),
    { numRuns: 2000, seed: 1 },
  );
  let different = 0;
  const { platform } = process;
  t.after(() => Object.defineProperty(process, "platform", { value: platform }));
  Object.defineProperty(process, "platform", { value: "win32" });
  for (const { exports } of eras)
    for (const name of ["escapePath", "convertPathToPattern"]) {
      const ours = exports[name] as (path: string) => string;
      for (const path of paths) {
        assert.equal(ours(path), win32[name]!(path), `${name} ${path}`);
        different += Number(ours(path) !== posix[name]!(path));
      }
    }
  assert.ok(different > 1000);
});
