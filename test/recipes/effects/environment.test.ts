import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { installOriginals, root } from "../proof/originals.ts";

before(installOriginals);

/** What a program prints that loads dotenv and then says what it got. */
function printed(load: string, call: string, env: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "shrinkdeps-environment-"));
  try {
    writeFileSync(path.join(folder, ".env"), "A=1\n");
    const script = `const { config } = ${load}; ${call}; console.log(process.env.A);`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"] ?? "", ...env },
    });
    return run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function originalOf(version: string): string {
  const url = pathToFileURL(`${root}/test/originals/node_modules/dotenv-${version}/lib/main.js`).href;
  return `(await import("${url}")).default`;
}

function replacementOf(era: number): string {
  return `(await import("${pathToFileURL(`${root}/dist/recipes/dotenv.js`).href}")).default[${era}].exports`;
}

test("No vault is read where DOTENV_KEY is in the environment, and nothing is printed.", () => {
  const env = { DOTENV_KEY: "dotenv://:key_1234@dotenvx.com/vault/.env.vault?environment=development" };
  assert.match(printed(originalOf("16.6.1"), "config()", env), /DOTENV_KEY.*\n1\n$/s);
  assert.equal(printed(replacementOf(0), "config()", env), "1\n");
  assert.match(printed(originalOf("16.6.1"), "config({ quiet: false })", {}), /injecting env.*\n1\n$/s);
  assert.equal(printed(replacementOf(0), "config({ quiet: false })", {}), "1\n");
  assert.match(printed(originalOf("17.4.2"), "config()", {}), /injected env.*\n1\n$/s);
  assert.equal(printed(replacementOf(1), "config()", {}), "1\n");
  assert.equal(printed(originalOf("17.4.2"), "config({ quiet: true })", {}), "1\n");
});

test("It fails where Node is held to FIPS, which has no MD5.", () => {
  const hashed = (load: string): string => {
    const script = `
      import crypto from "node:crypto";
      import { syncBuiltinESMExports } from "node:module";
      crypto.createHash = () => { throw new Error("unsupported"); };
      syncBuiltinESMExports();
      const md5 = ${load};
      console.log(md5("a"));`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).stdout;
  };
  const original = pathToFileURL(`${root}/test/originals/node_modules/md5-2.3.0/md5.js`).href;
  const recipe = pathToFileURL(`${root}/dist/recipes/md5.js`).href;
  assert.equal(hashed(`(await import("${original}")).default`), "0cc175b9c0f1b6a831c399e269772661\n");
  assert.equal(hashed(`(await import("${recipe}")).default[0].exports.default`), "");
});
