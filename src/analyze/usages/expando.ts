/** Globals that a file writes members of: the binder takes those of JavaScript for declarations of the file. */
import { ts } from "../../typescript.ts";

/** What a program sets of its process that no replacement reads. */
const set = new Set(["exitCode", "title"]);

/** True where all that a file does to the process is to set its exit code, its title, or a member that it has not. */
export function isStillGlobal({ name, declarations = [], exports }: ts.Symbol): boolean {
  if (name !== "process" || !declarations.every((node) => ts.isIdentifier(node))) return false;
  return [...(exports?.keys() ?? [])].every((member) => set.has(String(member)) || !(String(member) in process));
}
