/** Projects of a few packages, as a lockfile of npm tells them. */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { describeError, ShrinkdepsError } from "../../src/errors.ts";
import { readTree } from "../../src/project/read.ts";
import type { ProjectTree } from "../../src/project/tree.ts";
import { lockfile, tree } from "../project/tree.ts";

export interface Entry {
  readonly version?: string;
  readonly needs?: readonly string[];
  readonly script?: boolean;
  readonly resolved?: string;
}

export interface Parts {
  readonly direct: readonly string[];
  /** By place below node_modules: "a", or "a/node_modules/b". */
  readonly packages: Readonly<Record<string, Entry>>;
  readonly budget?: object;
  /** The packages of the baseline; none when absent. */
  readonly baseline?: Readonly<Record<string, object>>;
  readonly files?: Readonly<Record<string, string | object>>;
}

/** The files of a project whose every range is "*". */
export function filesOf({ direct, packages, budget, baseline, files }: Parts): Record<string, string | object> {
  const manifest = { name: "shop", version: "1.0.0", dependencies: ranges(direct) };
  const entries = Object.entries(packages).map(([place, { version, needs, script, resolved }]) => [
    `node_modules/${place}`,
    {
      version: version ?? "1.0.0",
      ...(resolved !== undefined && { resolved }),
      ...(needs !== undefined && { dependencies: ranges(needs) }),
      ...(script === true && { hasInstallScript: true }),
    },
  ]);
  return {
    "package.json": { ...manifest, ...(budget !== undefined && { shrinkdeps: { budget } }) },
    "package-lock.json": lockfile({ "": manifest, ...Object.fromEntries(entries) }),
    ...(baseline !== undefined && { "shrinkdeps.baseline.json": { schema: 1, packages: baseline } }),
    ...files,
  };
}

export function project(context: TestContext, parts: Parts): ProjectTree {
  return readTree(tree(context, filesOf(parts)));
}

/** The one line an action ends with; fails when it ends well. */
export function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof ShrinkdepsError, String(error));
    return describeError(error);
  }
  assert.fail("it did not fail");
}

function ranges(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, "*"]));
}
