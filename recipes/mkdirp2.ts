import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { defineRecipe, type NormalPath } from "../src/recipe.ts";
import { makeDirectoryCases, makeDirectoryDeviations, makeDirectorySyncCases } from "./families/make-directory.ts";

/** Makes a directory and its parents. */
const promise = [
  (path: NormalPath): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
  async (path: unknown): Promise<void> => {
    await mkdir(resolve(path as string), { recursive: true });
  },
];

export default defineRecipe({
  package: "mkdirp2",
  versions: ">=1.0.2 <2",
  replacement: "fs.mkdir with recursive",
  floor: { node: "14.0.0" },
  deviations: [
    ...makeDirectoryDeviations,
    {
      severity: "quirk",
      note: "Passed on as a callback, `promise` ignores a second argument, where the package takes it for options.",
      exports: ["promise"],
    },
  ],
  exports: { default: makeDirectoryCases, sync: makeDirectorySyncCases, promise },
});
