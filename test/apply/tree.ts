/** A directory tree as data: what the tests write and compare, bytes and modes included. */
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type Tree = Readonly<Record<string, string>>;

export function makeTree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), "shrinkdeps-apply-")));
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(root, path)), { recursive: true });
    fs.writeFileSync(join(root, path), content);
  }
  return root;
}

export function removeTree(root: string): void {
  fs.rmSync(root, { recursive: true, force: true });
}

/** Every entry by path as "mode content" (base64), "-> target" for a symlink, "directory"; `.shrinkdeps` left out. */
export function snapshot(root: string, directory = ""): Tree {
  const entries: [string, string][] = [];
  for (const name of fs.readdirSync(join(root, directory)).sort()) {
    const path = directory === "" ? name : `${directory}/${name}`;
    if (path === ".shrinkdeps") continue;
    const status = fs.lstatSync(join(root, path));
    if (status.isSymbolicLink()) entries.push([path, `-> ${fs.readlinkSync(join(root, path))}`]);
    else if (status.isDirectory()) entries.push([path, "directory"], ...Object.entries(snapshot(root, path)));
    else entries.push([path, `${status.mode.toString(8)} ${fs.readFileSync(join(root, path)).toString("base64")}`]);
  }
  return Object.fromEntries(entries);
}
