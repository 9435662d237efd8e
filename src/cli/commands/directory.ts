import { resolve } from "node:path";
import { Option } from "commander";
import type { Io } from "../io.ts";

export interface DirectoryOptions {
  readonly cwd?: string;
}

export function directoryOption(): Option {
  return new Option("--cwd <directory>", "the project, when it is not the current directory");
}

/** Absolute path of the project a command is about. */
export function findDirectory(directory: string | undefined, io: Io): string {
  return resolve(io.cwd, directory ?? ".");
}
