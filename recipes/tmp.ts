import { mkdtempSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import {
  dir,
  dirAsNamed,
  file,
  fileAsNamed,
  fileSync,
  fileSyncAsNamed,
  type TemporaryDirectoryOptions,
} from "./families/temporary-files.ts";
import { defineRecipe, type Deviation } from "../src/recipe.ts";

const named: Deviation = {
  severity: "observable",
  note: "Names of directories end in six random characters, without the id of the process before them.",
};
const staying: Deviation = {
  severity: "observable",
  note: "Where another package asks tmp to clean up at the end of the program, these files and directories stay.",
};
const failing: Deviation = {
  severity: "message",
  note: "Where no directory can be made, the error names mkdtemp and a path without its random end.",
};

export default defineRecipe(
  {
    package: "tmp",
    versions: ">=0.2.5 <0.3",
    replacement: "fs.mkdtemp and fs.open in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [
      named,
      staying,
      failing,
      {
        severity: "quirk",
        note: "A prefix or postfix with two dots in a row is taken, which the package refuses from 0.2.7 on.",
      },
    ],
    exports: { dirSync, dir, fileSync, file },
    require: "namespace",
  },
  {
    package: "tmp",
    versions: "0.2.3",
    replacement: "fs.mkdtemp and fs.open in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [named, staying, failing],
    exports: {
      dirSync: dirSyncAsNamed,
      dir: dirAsNamed,
      fileSync: fileSyncAsNamed,
      file: fileAsNamed,
    },
    require: "namespace",
  },
  {
    package: "tmp",
    versions: "0.2.1",
    replacement: "fs.mkdtemp and fs.open in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [named, staying, failing],
    exports: {
      dirSync: dirSyncByForce,
      fileSync: fileSyncAsNamed,
      file: fileAsNamed,
    },
    require: "namespace",
  },
);

interface Directory {
  name: string;
  removeCallback: () => void;
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSync(options: TemporaryDirectoryOptions = {}): Directory {
  const { prefix = "tmp", unsafeCleanup = false } = options;
  return removable(mkdtempSync(join(realpathSync(tmpdir()), `${prefix}-`)), (path) =>
    unsafeCleanup ? rmSync(path, { recursive: true }) : rmdirSync(path),
  );
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSyncAsNamed(options: TemporaryDirectoryOptions = {}): Directory {
  const { prefix = "tmp", unsafeCleanup = false } = options;
  return removable(mkdtempSync(join(resolve(tmpdir()), `${prefix}-`)), (path) =>
    unsafeCleanup ? rmSync(path, { recursive: true }) : rmdirSync(path),
  );
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSyncByForce(options: TemporaryDirectoryOptions = {}): Directory {
  const { prefix = "tmp", unsafeCleanup = false } = options;
  return removable(mkdtempSync(join(resolve(tmpdir()), `${prefix}-`)), (path) =>
    unsafeCleanup ? rmSync(path, { recursive: true, force: true }) : rmdirSync(path),
  );
}

/** A directory with a function that removes it, once. */
function removable(name: string, remove: (path: string) => void): Directory {
  let isRemoved = false;
  return {
    name,
    removeCallback: () => {
      if (isRemoved) return;
      isRemoved = true;
      remove(name);
    },
  };
}
