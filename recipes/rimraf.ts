import { rm as rmCallback, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { parse, resolve } from "node:path";
import { defineRecipe, type EntryPath, type MemberUse, type PlainEntryPath, type PlainPath } from "../src/recipe.ts";

const replacement = "fs.rm with recursive and force";
const floor = { node: "14.14.0" };
const busy = {
  severity: "quirk",
  note: "a busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform",
} as const;
const paths = { severity: "message", note: "an error names the path as it was given" } as const;

const promise = [
  (path: EntryPath): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  removeAll,
];
const sync = [(path: EntryPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 }), removeAllSync];

export default defineRecipe(
  {
    // A path that is no literal may be a glob, which these versions expand: it is refused.
    package: "rimraf",
    versions: ">=2.5 <4",
    replacement,
    floor,
    deviations: [
      busy,
      { severity: "message", note: "an argument of a wrong type gives a TypeError, not an AssertionError" },
      { severity: "quirk", note: "an empty path is ignored, where the package threw" },
      {
        severity: "quirk",
        note: "rimraf.sync says nothing when a directory may not be removed; fs.rmSync throws the error",
        exports: ["sync"],
      },
    ],
    exports: {
      default: [
        (path: PlainPath | PlainEntryPath, callback: ErrorFunction) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback),
        (path: PlainPath | PlainEntryPath, callback: unknown) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback as ErrorFunction),
        (path: string, _options: NoGlob, callback: ErrorFunction) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback),
      ],
      sync: [
        (path: PlainPath | PlainEntryPath) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
        (path: string, _options: NoGlob) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
      ],
    },
  },
  {
    package: "rimraf",
    versions: ">=4.3 <5",
    replacement,
    floor,
    deviations: [busy, paths],
    exports: { default: promise, rimraf: promise, rimrafSync: sync, sync },
    rewrite: memberOfNamed,
  },
  {
    package: "rimraf",
    versions: ">=5 <7",
    replacement,
    floor,
    deviations: [busy, paths],
    exports: { rimraf: promise, rimrafSync: sync, sync },
    rewrite: memberOfNamed,
  },
);

type NoGlob = { glob: false } | { disableGlob: true };
type ErrorFunction = (error: Error | null) => void;

/** Removes files and directories with all they contain, never a root directory; true when done. */
async function removeAll(paths: unknown): Promise<boolean> {
  const list: unknown[] = Array.isArray(paths) ? paths : [paths];
  await Promise.all(list.map(async (path) => rm(removable(path), { recursive: true, force: true, maxRetries: 3 })));
  return true;
}

/** Removes files and directories with all they contain, never a root directory; true when done. */
function removeAllSync(paths: unknown): boolean {
  for (const path of Array.isArray(paths) ? paths : [paths])
    rmSync(removable(path), { recursive: true, force: true, maxRetries: 3 });
  return true;
}

function removable(path: unknown): string {
  const target = resolve(path as string);
  if (target === parse(target).root)
    throw Object.assign(new Error(`refusing to remove the root directory ${target}`), {
      path: target,
      code: "ERR_PRESERVE_ROOT",
    });
  return target;
}

/** `rimraf.sync(…)` of the named export. */
function memberOfNamed({ export: name, members }: MemberUse) {
  const [member, ...rest] = members;
  if (name !== "rimraf" || rest.length > 0) return undefined;
  if (member !== "sync" && member !== "rimrafSync")
    return { refuse: `rimraf.${member} chooses how to remove; fs.rm has one way` };
  return {
    functions: [
      "(path: EntryPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 })",
      "removeAllSync",
    ],
  };
}
