import { Option } from "commander";

export { findDirectory, findInside, type DirectoryOptions } from "../directory.ts";

export function directoryOption(): Option {
  return new Option("--cwd <directory>", "the project, when it is not the current directory");
}
