import { rm as rmCallback, rmSync } from "node:fs";
import { rm } from "node:fs/promises";
import { parse, resolve } from "node:path";
import {
  type CommandUse,
  defineRecipe,
  eachPath,
  type EntryPath,
  type MemberUse,
  type PlainEntryPath,
  type PlainPath,
} from "../src/recipe.ts";

type NoGlob = { glob: false } | { disableGlob: true };
type Callback = (error: Error | null) => void;

/** Removes files and directories with all they contain, never a root directory; true when done. */
const promise = [
  (path: EntryPath): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 }),
  async (paths: unknown) => {
    const list: unknown[] = Array.isArray(paths) ? paths : [paths];
    await Promise.all(list.map((path) => rm(removable(path), { recursive: true, force: true, maxRetries: 3 })));
    return true;
  },
];

/** Removes files and directories with all they contain, never a root directory; true when done. */
const sync = [
  (path: EntryPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
  (paths: unknown) => {
    for (const path of Array.isArray(paths) ? paths : [paths])
      rmSync(removable(path), { recursive: true, force: true, maxRetries: 3 });
    return true;
  },
];

const removeAll = ({ words }: CommandUse) =>
  eachPath(words, (path) => `fs.rmSync(${path}, { recursive: true, force: true, maxRetries: 3 })`);

export default defineRecipe(
  {
    package: "rimraf",
    // These expand globs: a path that could be one is refused.
    versions: ">=2.5 <4",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: [
      {
        severity: "quirk",
        note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.",
        exports: ["default", "sync"],
        commands: ["rimraf"],
      },
      {
        severity: "quirk",
        note: "`rimraf.sync` is silent when it may not remove a directory; `fs.rmSync` throws.",
        exports: ["sync"],
      },
      { severity: "quirk", note: "An empty path is ignored, where the package throws." },
      {
        severity: "quirk",
        note: "Of a path that ends in a dot segment, such as link/.., less is removed, or an error given where there was none.",
      },
      {
        severity: "quirk",
        note: "A link with a slash behind it gives ENOTDIR, where the package does nothing or fails on its own account.",
      },
      {
        severity: "quirk",
        note: "A callback that is no function is noticed after the removal, not before it.",
        exports: ["default"],
      },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
        commands: ["rimraf"],
      },
      {
        severity: "quirk",
        note: "In an npm script, a link with a slash behind it is removed, not what it leads to.",
        commands: ["rimraf"],
      },
    ],
    commands: { rimraf: removeAll },
    exports: {
      /** Removes a file or a directory with all it contains. */
      default: [
        (path: PlainPath | PlainEntryPath, callback: Callback) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback),
        (path: PlainPath | PlainEntryPath, callback: unknown) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback as Callback),
        (path: string, _options: NoGlob, callback: Callback) =>
          rmCallback(path, { recursive: true, force: true, maxRetries: 3 }, callback),
      ],
      /** Removes a file or a directory with all it contains. */
      sync: [
        (path: PlainPath | PlainEntryPath) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
        (path: string, _options: NoGlob) => rmSync(path, { recursive: true, force: true, maxRetries: 3 }),
      ],
    },
  },
  {
    package: "rimraf",
    versions: ">=4.3 <5",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      {
        severity: "quirk",
        note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.",
        exports: ["default", "rimraf", "rimrafSync", "sync"],
        commands: ["rimraf"],
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
        commands: ["rimraf"],
      },
    ],
    commands: { rimraf: removeAll },
    exports: { default: promise, rimraf: promise, rimrafSync: sync, sync },
    rewrite: memberOfNamed,
  },
  {
    package: "rimraf",
    versions: ">=5 <7",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      {
        severity: "quirk",
        note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform.",
        exports: ["rimraf", "rimrafSync", "sync"],
        commands: ["rimraf"],
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "In an npm script, paths that a person adds behind `npm run … --` are not removed.",
        commands: ["rimraf"],
      },
    ],
    commands: { rimraf: removeAll },
    exports: { rimraf: promise, rimrafSync: sync, sync },
    rewrite: memberOfNamed,
  },
);

function removable(path: unknown): string {
  const target = resolve(path as string);
  if (target === parse(target).root)
    throw Object.assign(new Error(`refusing to remove ${target}`), { path: target, code: "ERR_PRESERVE_ROOT" });
  return target;
}

/** `rimraf.sync(…)` of the named export. */
function memberOfNamed({ export: name, members }: MemberUse) {
  const [member, ...rest] = members;
  if (name !== "rimraf" || member === undefined || rest.length > 0) return undefined;
  if (member !== "sync" && member !== "rimrafSync")
    return { refuse: `rimraf.${member} chooses how to remove, and fs.rm has one way` };
  return { functions: ["(path: EntryPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 })"] };
}
