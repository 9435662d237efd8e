import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
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
