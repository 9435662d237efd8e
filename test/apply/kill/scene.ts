/** The scene of the kill tests: several files of all kinds, and the changes one apply makes to them. */
import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { FileChange } from "../../../src/apply/transaction/commit.ts";
import { makeTree } from "../tree.ts";

const manifest = '\uFEFF{\r\n  "name": "harbour",\r\n  "dependencies": { "left-pad": "1" }\r\n}\r\n';
const script = "#!/usr/bin/env node\nrequire('left-pad')\n";
const large = `${"// a long line of a long file\n".repeat(4_000)}require("left-pad");`;

/** Makes the tree in a temporary directory: an executable, a BOM with CRLF, a symlink, a file of 120 kB. */
export function makeScene(): string {
  const root = makeTree({
    "package.json": manifest,
    "bin/tide.js": script,
    "src/real.js": large,
    "src/old.js": "old\n",
  });
  chmodSync(join(root, "bin/tide.js"), 0o755);
  chmodSync(join(root, "src/old.js"), 0o640);
  symlinkSync("real.js", join(root, "src/link.js"));
  return root;
}

export const sceneChanges: readonly FileChange[] = [
  { path: "package.json", before: manifest, after: '\uFEFF{\r\n  "name": "harbour"\r\n}\r\n' },
  { path: "bin/tide.js", before: script, after: "#!/usr/bin/env node\n" },
  { path: "src/link.js", before: large, after: large.replace('require("left-pad");', "") },
  { path: "src/old.js", before: "old\n", after: undefined },
  { path: "src/native/deep/pad.js", before: undefined, after: "export const pad = (s) => s;\n" },
  { path: "src/new.js", before: undefined, after: "" },
];
