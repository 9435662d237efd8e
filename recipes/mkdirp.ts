import { mkdir as mkdirCallback, mkdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { defineRecipe, type ErrorCallback, type MemberUse, type NormalPath } from "../src/recipe.ts";

const replacement = "fs.mkdir with recursive";
const errors = {
  severity: "message",
  note: "an error names the path as it was given; for a link that leads nowhere it is ENOENT instead of EEXIST",
} as const;

const promise = [
  (path: NormalPath): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
  (path: string) => mkdir(resolve(path), { recursive: true }),
  (path: string, options: { mode?: number }) => mkdir(resolve(path), { ...options, recursive: true }),
  /** Makes a directory and its parents; gives the first one made, if any. */
  async (path: unknown) => mkdir(resolve(path as string), { recursive: true }),
];

const sync = [
  (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
  (path: string) => mkdirSync(resolve(path), { recursive: true }),
  (path: string, options: { mode?: number }) => mkdirSync(resolve(path), { ...options, recursive: true }),
  /** Makes a directory and its parents; gives the first one made, if any. */
  (path: unknown) => mkdirSync(resolve(path as string), { recursive: true }),
];

export default defineRecipe(
  {
    package: "mkdirp",
    versions: ">=0.5 <0.6",
    replacement,
    floor: { node: "10.12.0" },
    deviations: [
      errors,
      { severity: "quirk", note: "with an error, the callback is not told what had been made by then" },
    ],
    exports: {
      default: [
        (path: NormalPath, callback: ErrorCallback) => mkdirCallback(path, { recursive: true }, callback),
        (path: string, callback: ErrorCallback) => mkdirCallback(resolve(path), { recursive: true }, callback),
        (path: string, mode: number, callback: ErrorCallback) =>
          mkdirCallback(resolve(path), { recursive: true, mode }, callback),
        (path: string, options: { mode?: number }, callback: ErrorCallback) =>
          mkdirCallback(resolve(path), { ...options, recursive: true }, callback),
        makeDirectory,
      ],
      sync: [
        (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
        (path: string) => mkdirSync(resolve(path), { recursive: true }) ?? null,
        (path: string, mode: number) => mkdirSync(resolve(path), { recursive: true, mode }) ?? null,
        (path: string, options: { mode?: number }) => mkdirSync(resolve(path), { ...options, recursive: true }) ?? null,
        /** Makes a directory and its parents; gives the first one made, or null. */
        (path: unknown) => mkdirSync(resolve(path as string), { recursive: true }) ?? null,
      ],
    },
  },
  {
    package: "mkdirp",
    versions: ">=1 <2",
    replacement,
    floor: { node: "14.0.0" },
    deviations: [
      errors,
      { severity: "quirk", note: "a path that is no string, or has a null byte, rejects instead of throwing at once" },
    ],
    exports: { default: promise, sync },
  },
  {
    package: "mkdirp",
    versions: ">=2.1 <3",
    replacement,
    floor: { node: "14.0.0" },
    deviations: [errors],
    exports: { default: promise, mkdirp: promise, mkdirpSync: sync, sync },
    rewrite: memberOfNamed,
  },
  {
    package: "mkdirp",
    versions: ">=3 <4",
    replacement,
    floor: { node: "14.0.0" },
    deviations: [errors],
    exports: { mkdirp: promise, mkdirpSync: sync, sync },
    rewrite: memberOfNamed,
  },
);

/** Makes a directory and its parents; the callback is told the first one made, or null. */
function makeDirectory(path: unknown, callback?: (error: Error | null, made: string | null) => void): void {
  mkdirCallback(resolve(path as string), { recursive: true }, (error, made) => callback?.(error, made ?? null));
}

/** `mkdirp.sync(…)` of the named export. */
function memberOfNamed({ export: name, members }: MemberUse) {
  const [member, ...rest] = members;
  if (name !== "mkdirp" || rest.length > 0 || (member !== "sync" && member !== "mkdirpSync")) return undefined;
  return {
    functions: [
      "(path: NormalPath): void => mkdirSync(path, { recursive: true })",
      "(path: string) => mkdirSync(resolve(path), { recursive: true })",
      "(path: unknown) => mkdirSync(resolve(path as string), { recursive: true })",
    ],
  };
}
