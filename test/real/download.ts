/** Gets a published project and installs its pinned tree, once per machine: later runs copy what is there. */
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { locks, mustRun, npm } from "./command.ts";

export interface Published {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
}

const store = join(tmpdir(), "shrinkdeps-real");

/** Directory of the installed project. It is shared: copy it before changing anything. */
export async function download(published: Published): Promise<string> {
  const lock = readFileSync(lockOf(published.name), "utf8");
  const key = createHash("sha256").update(published.integrity).update(lock).digest("hex").slice(0, 16);
  const ready = join(store, `${published.name}-${published.version}-${key}`);
  if (existsSync(ready)) return ready;
  const project = await extract(published);
  writeFileSync(join(project, "package-lock.json"), lock);
  await npm(project, "ci");
  try {
    renameSync(project, ready);
  } catch (error) {
    if (!existsSync(ready)) throw error; // two runs at once: the other was first
  }
  return ready;
}

/** The published files, their tarball's integrity checked, without what only its authors' tests need. */
export async function extract(published: Published): Promise<string> {
  const project = await unpack(published);
  dropDevelopment(join(project, "package.json"));
  return project;
}

/** The published files as they are, their tarball's integrity checked. */
export async function unpack(published: Published): Promise<string> {
  mkdirSync(store, { recursive: true });
  const place = mkdtempSync(join(store, "making-"));
  const tarball = await pack(published, place);
  const project = join(place, "project");
  mkdirSync(project);
  await mustRun("tar", ["-xzf", tarball, "-C", project, "--strip-components=1"], place);
  return project;
}

async function pack({ name, version, integrity }: Published, place: string): Promise<string> {
  await npm(place, "pack", `${name}@${version}`);
  const tarball = join(place, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  const found = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (found !== integrity) throw new Error(`${name}@${version} has integrity ${found}, expected ${integrity}`);
  return tarball;
}

/** Tests are not published, so what they need would be hundreds of packages for nothing. */
function dropDevelopment(manifest: string): void {
  const json: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  if (typeof json !== "object" || json === null) throw new Error(`${manifest} holds no object`);
  writeFileSync(manifest, `${JSON.stringify({ ...json, devDependencies: undefined }, undefined, 2)}\n`);
}

/** Installs the packages of locks/mass, whose own sources are what is rewritten; gives the directory. */
export async function downloadMass(): Promise<string> {
  const lock = readFileSync(lockOf("mass"), "utf8");
  const ready = join(store, `mass-${createHash("sha256").update(lock).digest("hex").slice(0, 16)}`);
  if (existsSync(ready)) return ready;
  mkdirSync(store, { recursive: true });
  const place = mkdtempSync(join(store, "making-"));
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(locks, "mass", file), join(place, file));
  await npm(place, "ci", "--legacy-peer-deps");
  renameSync(place, ready);
  return ready;
}

/** A copy of a downloaded project to work on. */
export function copyProject(ready: string, to: string): void {
  cpSync(ready, to, { recursive: true, verbatimSymlinks: true });
}

export function lockOf(name: string): string {
  return join(locks, name, "package-lock.json");
}

export function forget(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}
