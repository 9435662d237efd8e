/** Writes a project of a manifest and a lockfile alone, as a budget check meets it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "./random.ts";

export function writeLockedProject(root: string, packages: number, seed: number): void {
  const random = seeded(seed);
  const nameOf = (index: number): string => `harbour-part-${index}`;
  const direct = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [nameOf(index), "^1.0.0"]));
  const entries = Array.from({ length: packages }, (_, index) => {
    // Each is asked for by an earlier one, so that the lockfile lists nothing stale.
    const below = [index * 2 + 60, index * 2 + 61, random.below(packages)].filter(
      (other) => other < packages && other !== index,
    );
    const dependencies = Object.fromEntries(below.map((other) => [nameOf(other), "^1.0.0"]));
    return [`node_modules/${nameOf(index)}`, { version: `1.${index % 10}.0`, license: "MIT", dependencies }];
  });
  const manifest = {
    name: "harbour",
    version: "1.0.0",
    dependencies: direct,
    shrinkdeps: { budget: { packages, production: packages, direct: 60, installScripts: 0 } },
  };
  const rootEntry = { name: "harbour", version: "1.0.0", dependencies: direct };
  const lock = {
    name: "harbour",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: { "": rootEntry, ...Object.fromEntries(entries) },
  };
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest, undefined, 2));
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock, undefined, 2));
}
