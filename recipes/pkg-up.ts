import { resolve } from "node:path";
import { defineRecipe } from "../src/recipe.ts";
import { lookUp, lookUpAny, lookUpAnyNow, lookUpNow } from "./families/look-up.ts";

interface Options {
  cwd?: string | undefined;
}

export default defineRecipe(
  {
    package: "pkg-up",
    versions: "3.1.0",
    replacement: "a loop upwards with fs.existsSync",
    floor: { node: "14.0.0" },
    exports: { default: pkgUpEarly, sync: pkgUpEarlySync },
  },
  {
    package: "pkg-up",
    versions: ">=4 <6",
    replacement: "a loop upwards with fs.stat",
    floor: { node: "14.0.0" },
    exports: { pkgUp, pkgUpSync },
  },
);

/** The path of the nearest package.json, from a directory upwards; null where there is none. */
async function pkgUpEarly(options: Options = {}): Promise<string | null> {
  return lookUpAny("package.json", resolve(options.cwd || ""));
}

/** The path of the nearest package.json, from a directory upwards; null where there is none. */
function pkgUpEarlySync(options: Options = {}): string | null {
  return lookUpAnyNow("package.json", resolve(options.cwd || ""));
}

/** The path of the nearest package.json, from a directory upwards. */
async function pkgUp(options: Options = {}): Promise<string | undefined> {
  return lookUp("package.json", resolve(options.cwd || ""), "file");
}

/** The path of the nearest package.json, from a directory upwards. */
function pkgUpSync(options: Options = {}): string | undefined {
  return lookUpNow("package.json", resolve(options.cwd || ""), "file");
}
