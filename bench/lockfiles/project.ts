/** A project of a manifest and a lockfile alone, as a budget check meets it, in any format. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../random.ts";

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly needs: readonly LockedPackage[];
}

export interface LockedTree {
  readonly packages: readonly LockedPackage[];
  readonly direct: readonly LockedPackage[];
}

export interface LockfileFormat {
  readonly name: string;
  readonly file: string;
  readonly write: (tree: LockedTree) => string;
}

/** Every range there is. */
export const range = "^1.0.0";
/** As long as a real one, which readers have to look at. */
export const integrity = `sha512-${"Qm9n".repeat(21)}Qg==`;

const directCount = 60;

/** A tree in which each package is asked for by an earlier one, so that nothing in the lockfile is stale. */
export function makeTree(count: number, seed: number): LockedTree {
  const random = seeded(seed);
  const needs: LockedPackage[][] = [];
  const packages = Array.from({ length: count }, (_, index): LockedPackage => {
    const own: LockedPackage[] = [];
    needs.push(own);
    return { name: `harbour-part-${index}`, version: `1.${index % 10}.0`, needs: own };
  });
  needs.forEach((own, index) => {
    const below = new Set([index * 2 + directCount, index * 2 + directCount + 1, random.below(count)]);
    for (const other of below) if (other < count && other !== index) own.push(packages[other]!);
  });
  return { packages, direct: packages.slice(0, directCount) };
}

export function writeProject(root: string, tree: LockedTree, format: LockfileFormat): void {
  const limits = { packages: tree.packages.length, production: tree.packages.length, direct: tree.direct.length };
  const manifest = { ...manifestOf(tree), shrinkdeps: { budget: limits } };
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "package.json"), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(root, format.file), format.write(tree));
}

export function manifestOf({ direct }: LockedTree) {
  return { name: "harbour", version: "1.0.0", dependencies: rangesOf(direct) };
}

export function rangesOf(packages: readonly LockedPackage[]): Record<string, string> {
  return Object.fromEntries(packages.map(({ name }) => [name, range]));
}

/** Where a registry would have it. */
export function addressOf({ name, version }: LockedPackage): string {
  return `https://registry.example.test/${name}/-/${name}-${version}.tgz`;
}
