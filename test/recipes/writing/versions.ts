import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import semver from "semver";
import { root } from "../proof/originals.ts";

const folder = path.join(root, "test", "originals");

/** The lowest and the highest version of the newest major one that the registry has. */
export function newestMajor(name: string): readonly [lowest: string, highest: string] {
  const answer = npm(["view", name, "versions", "--json"], root);
  const published = [JSON.parse(answer) as string | string[]].flat().filter((each) => !semver.prerelease(each));
  const sorted = published.sort(semver.compare);
  const highest = sorted.at(-1);
  if (highest === undefined) throw new Error(`the registry has no version of ${name}`);
  const [lowest = highest] = sorted.filter((each) => semver.major(each) === semver.major(highest));
  return [lowest, highest];
}

/** Adds versions of a package to test/originals and installs them, without their scripts. */
export function installVersions(name: string, versions: readonly string[]): void {
  const file = path.join(folder, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { dependencies: Record<string, string> };
  for (const version of versions)
    manifest.dependencies[`${name.replace("@", "").replace("/", "-")}-${version}`] = `npm:${name}@${version}`;
  const sorted = Object.entries(manifest.dependencies).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...manifest, dependencies: Object.fromEntries(sorted) }, undefined, 2)}\n`);
  npm(["install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder);
}

function npm(args: readonly string[], cwd: string): string {
  const run = spawnSync("npm", args, { cwd, encoding: "utf8", shell: process.platform === "win32" });
  if (run.status !== 0) throw new Error(`npm ${args[0]} failed: ${run.stderr}`);
  return run.stdout;
}
