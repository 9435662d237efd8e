import { mkdtempSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { defineRecipe, type Deviation, type InnerPath } from "../src/recipe.ts";

const named: Deviation = {
  severity: "observable",
  note: "Names end in six random characters, without the id of the process before them.",
};
const staying: Deviation = {
  severity: "observable",
  note: "Where another package asks tmp to clean up at the end of the program, these directories stay.",
};
const failing: Deviation = {
  severity: "message",
  note: "Where no directory can be made, the error names mkdtemp and a path without its random end.",
};

export default defineRecipe(
  {
    package: "tmp",
    versions: ">=0.2.5 <0.3",
    replacement: "fs.mkdtempSync in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [
      named,
      staying,
      failing,
      {
        severity: "quirk",
        note: "A prefix with two dots in a row is taken, which the package refuses from 0.2.7 on.",
      },
    ],
    exports: { dirSync },
    require: "namespace",
  },
  {
    package: "tmp",
    versions: "0.2.3",
    replacement: "fs.mkdtempSync in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [named, staying, failing],
    exports: { dirSync: dirSyncAsNamed },
    require: "namespace",
  },
  {
    package: "tmp",
    versions: "0.2.1",
    replacement: "fs.mkdtempSync in os.tmpdir",
    floor: { node: "14.14.0" },
    deviations: [named, staying, failing],
    exports: { dirSync: dirSyncByForce },
    require: "namespace",
  },
);

interface Options {
  prefix?: InnerPath;
  unsafeCleanup?: boolean;
}

interface Directory {
  name: string;
  removeCallback: () => void;
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSync(options: Options = {}): Directory {
  const { prefix = "tmp", unsafeCleanup = false } = options;
  return removable(mkdtempSync(join(realpathSync(tmpdir()), `${prefix}-`)), (path) =>
    unsafeCleanup ? rmSync(path, { recursive: true }) : rmdirSync(path),
  );
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSyncAsNamed(options: Options = {}): Directory {
  const { prefix = "tmp", unsafeCleanup = false } = options;
  return removable(mkdtempSync(join(resolve(tmpdir()), `${prefix}-`)), (path) =>
    unsafeCleanup ? rmSync(path, { recursive: true }) : rmdirSync(path),
  );
}

/** Makes a temporary directory: `name` is its path, and `removeCallback` removes it, with all in it if `unsafeCleanup`. */
function dirSyncByForce(options: Options = {}): Directory {
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
