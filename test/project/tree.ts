/** A directory for one test, made of texts by path and removed afterwards. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

/** Objects are written as JSON. */
export function tree(context: TestContext, files: Readonly<Record<string, string | Buffer | object>>): string {
  const root = mkdtempSync(join(tmpdir(), "shrinkdeps-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    const isText = typeof content === "string" || Buffer.isBuffer(content);
    writeFileSync(file, isText ? content : `${JSON.stringify(content, undefined, 2)}\n`);
  }
  return root;
}

/** A lockfile of version 3 with these entries; the root's copy of its manifest is under "". */
export function lockfile(packages: Readonly<Record<string, object>>): object {
  return { name: "x", lockfileVersion: 3, requires: true, packages };
}
