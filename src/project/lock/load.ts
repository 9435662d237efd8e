/** Loads no more readers of lockfiles than a directory needs: most of a short run is loading. */
import type { Disk } from "../project.ts";
import type { LockFormat } from "./format.ts";

/** The readers of each file name. All of them are in formats.ts, too. */
export const readersByFile: Readonly<Record<string, () => Promise<readonly LockFormat[]>>> = {
  "npm-shrinkwrap.json": loadNpm,
  "package-lock.json": loadNpm,
  "pnpm-lock.yaml": loadPnpm,
  "yarn.lock": async () => [(await import("./yarn/read.ts")).yarn],
  "bun.lock": async () => [(await import("./bun/read.ts")).bunText],
  "deno.lock": async () => [(await import("./deno/read.ts")).deno],
};

const others = ["bun.lockb"];
/** It tells the workspaces of a project with another manager's lockfile, too. */
const besideLockfiles = "pnpm-workspace.yaml";

async function loadNpm(): Promise<readonly LockFormat[]> {
  return [(await import("./npm/read.ts")).npm];
}

async function loadPnpm(): Promise<readonly LockFormat[]> {
  return [(await import("./pnpm/read.ts")).pnpm];
}

/** Every format whose file is there, and all formats where there is none, or more than one manager's. */
export async function loadFormats(disk: Disk): Promise<readonly LockFormat[]> {
  const files = [...Object.keys(readersByFile), ...others].filter((file) => disk.exists(file));
  const readers = new Set(files.map((file) => readersByFile[file]));
  const [only] = readers;
  const tellsAll = only === loadPnpm || !disk.exists(besideLockfiles);
  if (readers.size === 1 && only !== undefined && tellsAll) return await only();
  return (await import("./formats.ts")).lockFormats;
}
