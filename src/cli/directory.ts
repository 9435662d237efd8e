import { relative, resolve, sep } from "node:path";
import type { Io } from "./io.ts";

export interface DirectoryOptions {
  readonly cwd?: string;
}

/** Absolute path of the project a command is about. */
export function findDirectory(directory: string | undefined, io: Io): string {
  return resolve(io.cwd, directory ?? ".");
}

/** The path of a file from the project's directory, with "/"; it begins with ".." when the file is outside. */
export function findInside({ cwd }: DirectoryOptions, file: string, io: Io): string {
  return relative(findDirectory(cwd, io), resolve(io.cwd, file)).split(sep).join("/");
}
