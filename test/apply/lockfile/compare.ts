/** Our edit of a lockfile against what the real npm writes for the same removal. */
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFromNpmLockfile } from "../../../src/apply/lockfile/npm/remove.ts";
import { removeFromManifest } from "../../../src/apply/manifest.ts";
import { npm } from "./npm.ts";
import type { Scene } from "./scenes.ts";

const sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Writes the manifests of a scene, and an .npmrc if any, and lets npm make the lockfile; gives the directory. */
export function makeProject(scene: Scene, lockfileVersion: number, settings?: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-lock-")));
  for (const [directory, manifest] of Object.entries(scene)) {
    mkdirSync(join(root, directory), { recursive: true });
    const json = { name: "harbour", version: "1.0.0", ...manifest };
    writeFileSync(join(root, directory, "package.json"), `${JSON.stringify(json, null, 2)}\n`);
  }
  if (settings !== undefined) writeFileSync(join(root, ".npmrc"), settings);
  npm(root, "install", "--package-lock-only", `--lockfile-version=${lockfileVersion}`);
  return root;
}

/** What is removed in one go from each manifest: every name alone, every second one, and all. */
export function removalsOf(scene: Scene, directory: string): readonly (readonly string[])[] {
  const manifest = scene[directory] ?? {};
  const names = sections.flatMap((section) => Object.keys(manifest[section] ?? {}));
  const alone = names.map((name) => [name]);
  return names.length < 3 ? alone : [...alone, names.filter((_, index) => index % 2 === 1), names];
}

/** Directories npm can be told to remove from: the root, and the workspaces. */
export function importersOf(scene: Scene): readonly string[] {
  return Object.keys(scene).filter((directory) => !directory.startsWith("lib/"));
}

/** The two files after our edit. */
export function removeOurselves(root: string, scene: Scene, directory: string, names: readonly string[]) {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const manifests = new Map(Object.keys(scene).map((one) => [one, read(join(one, "package.json"))]));
  const workspaces = new Set(importersOf(scene).filter((one) => one !== ""));
  const path = "package-lock.json";
  const context = {
    path,
    manifests,
    workspaces,
    read: (one: string) => (one === ".npmrc" && existsSync(join(root, one)) ? read(one) : undefined),
  };
  const lock = removeFromNpmLockfile(read(path), new Map([[directory, new Set(names)]]), context);
  return { lock, manifest: removeFromManifest(manifests.get(directory) ?? "", names) };
}

/** Asserts that npm, asked to remove the same, writes the same bytes. */
export function assertSameAsNpm(
  root: string,
  scene: Scene,
  directory: string,
  names: readonly string[],
  version: number,
): void {
  const ours = removeOurselves(root, scene, directory, names);
  const work = `${root}-npm`;
  cpSync(root, work, { recursive: true });
  try {
    const where = directory === "" ? [] : ["--workspace", directory];
    npm(work, "uninstall", ...names, "--package-lock-only", `--lockfile-version=${version}`, ...where);
    const label = `version ${version}, ${directory || "root"} without ${names.join(", ")}`;
    assert.equal(ours.manifest, readFileSync(join(work, directory, "package.json"), "utf8"), label);
    assert.equal(ours.lock.text, readFileSync(join(work, "package-lock.json"), "utf8"), label);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
