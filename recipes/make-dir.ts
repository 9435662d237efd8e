import { mkdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe, type NormalPath } from "../src/recipe.ts";

const replacement = "fs.mkdir with recursive";

export default defineRecipe(
  {
    package: "make-dir",
    versions: ">=1 <5",
    replacement,
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "message",
        note: "an error names the path as it was given; for a link that leads nowhere it is ENOENT, also in version 1",
      },
      { severity: "quirk", note: "version 1 and 2 keep the umask of the moment they were loaded" },
    ],
    exports: {
      default: [
        (path: NormalPath): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
        (path: string): Promise<void> => mkdir(resolve(path), { recursive: true }) as Promise<void>,
        (path: string, options: { mode?: number }): Promise<void> =>
          mkdir(resolve(path), { ...options, recursive: true }) as Promise<void>,
        /** Makes a directory and its parents; gives its absolute path. */
        async (path: unknown) => {
          const directory = resolve(path as string);
          await mkdir(directory, { recursive: true });
          return directory;
        },
      ],
      sync: [
        (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
        (path: string): void => mkdirSync(resolve(path), { recursive: true }) as void,
        (path: string, options: { mode?: number }): void =>
          mkdirSync(resolve(path), { ...options, recursive: true }) as void,
        /** Makes a directory and its parents; gives its absolute path. */
        (path: unknown) => {
          const directory = resolve(path as string);
          mkdirSync(directory, { recursive: true });
          return directory;
        },
      ],
    },
  },
  {
    package: "make-dir",
    versions: ">=5 <6",
    replacement,
    floor: { node: "14.0.0" },
    deviations: [{ severity: "message", note: "an error names the path as it was given" }],
    exports: {
      makeDirectory: [
        (path: NormalPath | URL): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
        (path: string): Promise<void> => mkdir(resolve(path), { recursive: true }) as Promise<void>,
        (path: string, options: { mode?: number }): Promise<void> =>
          mkdir(resolve(path), { ...options, recursive: true }) as Promise<void>,
        /** Makes a directory and its parents; gives its absolute path. */
        async (path: unknown) => {
          const directory = resolve(path instanceof URL ? fileURLToPath(path) : (path as string));
          await mkdir(directory, { recursive: true });
          return directory;
        },
      ],
      makeDirectorySync: [
        (path: NormalPath | URL): void => mkdirSync(path, { recursive: true }) as void,
        (path: string): void => mkdirSync(resolve(path), { recursive: true }) as void,
        (path: string, options: { mode?: number }): void =>
          mkdirSync(resolve(path), { ...options, recursive: true }) as void,
        /** Makes a directory and its parents; gives its absolute path. */
        (path: unknown) => {
          const directory = resolve(path instanceof URL ? fileURLToPath(path) : (path as string));
          mkdirSync(directory, { recursive: true });
          return directory;
        },
      ],
    },
  },
);
