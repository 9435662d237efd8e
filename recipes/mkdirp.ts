import { mkdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { type CommandUse, defineRecipe, eachPath, type MemberUse, type NormalPath } from "../src/recipe.ts";
import { makeDirectoryCases, makeDirectoryDeviations, makeDirectorySyncCases } from "./families/make-directory.ts";

/** Makes a directory and its parents; gives the first one made, if any. */
const promise = [
  (path: NormalPath): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
  (path: string) => mkdir(resolve(path), { recursive: true }),
  (path: NormalPath, options: { mode?: number }): Promise<void> =>
    mkdir(path, { ...options, recursive: true }) as Promise<void>,
  async (path: unknown) => mkdir(resolve(path as string), { recursive: true }),
];

/** Makes a directory and its parents; gives the first one made, if any. */
const sync = [
  (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
  (path: string) => mkdirSync(resolve(path), { recursive: true }),
  (path: NormalPath, options: { mode?: number }): void => mkdirSync(path, { ...options, recursive: true }) as void,
  (path: unknown) => mkdirSync(resolve(path as string), { recursive: true }),
];

const makeAll = ({ words }: CommandUse) => eachPath(words, (path) => `fs.mkdirSync(${path}, { recursive: true })`);

export default defineRecipe(
  {
    package: "mkdirp",
    versions: ">=0.5 <0.6",
    replacement: "fs.mkdir with recursive",
    floor: { node: "10.12.0" },
    deviations: [
      ...makeDirectoryDeviations,
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
        commands: ["mkdirp"],
      },
    ],
    commands: { mkdirp: makeAll },
    exports: {
      default: makeDirectoryCases,
      sync: makeDirectorySyncCases,
    },
  },
  {
    package: "mkdirp",
    versions: ">=1 <2",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
      {
        severity: "quirk",
        note: "A path that is no string, or has a null byte, rejects instead of throwing at once.",
        exports: ["default"],
      },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
        commands: ["mkdirp"],
      },
    ],
    commands: { mkdirp: makeAll },
    exports: { default: promise, sync },
  },
  {
    package: "mkdirp",
    versions: ">=2.1.2 <3",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
        commands: ["mkdirp"],
      },
    ],
    commands: { mkdirp: makeAll },
    exports: { default: promise, mkdirp: promise, mkdirpSync: sync, sync },
    rewrite: memberOfNamed,
  },
  {
    package: "mkdirp",
    versions: "3.0.1",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not made.",
        commands: ["mkdirp"],
      },
    ],
    commands: { mkdirp: makeAll },
    exports: { mkdirp: promise, mkdirpSync: sync, sync },
    rewrite: memberOfNamed,
  },
);

/** `mkdirp.sync(…)` of the named export. */
function memberOfNamed({ export: name, members }: MemberUse) {
  const [member, ...rest] = members;
  if (name !== "mkdirp" || rest.length > 0 || (member !== "sync" && member !== "mkdirpSync")) return undefined;
  return {
    functions: [
      "(path: NormalPath): void => mkdirSync(path, { recursive: true })",
      "(path: unknown) => mkdirSync(resolve(path as string), { recursive: true })",
    ],
  };
}
