import { dirname, resolve } from "node:path";
import { defineRecipe } from "../src/recipe.ts";
import { lookUp, lookUpNow } from "./families/look-up.ts";

interface Options {
  cwd?: string | undefined;
}

export default defineRecipe(
  {
    package: "pkg-dir",
    versions: ">=4.2 <6",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { default: directoryOf, sync: directoryOfNow },
  },
  {
    package: "pkg-dir",
    versions: ">=6 <8",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { packageDirectory, packageDirectorySync },
  },
  {
    package: "pkg-dir",
    versions: ">=8 <10",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { packageDirectory: nearestDirectory, packageDirectorySync: nearestDirectorySync },
  },
);

/** The nearest directory, from one upwards, that has a package.json. */
async function directoryOf(cwd: unknown): Promise<string | undefined> {
  const file = await lookUp("package.json", resolve((cwd as string) || ""), "file");
  return file === undefined ? undefined : dirname(file);
}

/** The nearest directory, from one upwards, that has a package.json. */
function directoryOfNow(cwd: unknown): string | undefined {
  const file = lookUpNow("package.json", resolve((cwd as string) || ""), "file");
  return file === undefined ? undefined : dirname(file);
}

/** The nearest directory, from one upwards, that has a package.json. */
async function packageDirectory(options: Options): Promise<string | undefined> {
  const file = await lookUp("package.json", resolve(options.cwd || ""), "file");
  return file === undefined ? undefined : dirname(file);
}

/** The nearest directory, from one upwards, that has a package.json. */
function packageDirectorySync(options: Options): string | undefined {
  const file = lookUpNow("package.json", resolve(options.cwd || ""), "file");
  return file === undefined ? undefined : dirname(file);
}

/** The nearest directory, from one upwards, that has a package.json. */
async function nearestDirectory(options: Options = {}): Promise<string | undefined> {
  return packageDirectory(options);
}

/** The nearest directory, from one upwards, that has a package.json. */
function nearestDirectorySync(options: Options = {}): string | undefined {
  return packageDirectorySync(options);
}
