/** What a failing system call is to a person: one error that says what it was and in which state the project is. */
import { ShrinkdepsError, type ErrorKind } from "../../errors.ts";
import { errorCode } from "./system.ts";

const failures: Readonly<Record<string, { readonly kind: ErrorKind; readonly text: string }>> = {
  EACCES: { kind: "permission", text: "may not be written: permission denied" },
  EPERM: { kind: "permission", text: "may not be written: not permitted" },
  EROFS: { kind: "permission", text: "may not be written: the file system is read-only" },
  ENOSPC: { kind: "journal", text: "could not be written: the disk is full" },
  EDQUOT: { kind: "journal", text: "could not be written: the disk quota is used up" },
  EFBIG: { kind: "journal", text: "could not be written: the file would be too large" },
  EIO: { kind: "journal", text: "could not be written: the disk reports an error" },
  EMFILE: { kind: "journal", text: "could not be opened: too many open files" },
  ENFILE: { kind: "journal", text: "could not be opened: too many open files" },
  EBUSY: { kind: "conflict", text: "could not be replaced: another program has it open" },
  ENOENT: { kind: "conflict", text: "is gone: someone else removed it or its directory meanwhile" },
  ENOTDIR: { kind: "conflict", text: "is gone: someone else replaced its directory meanwhile" },
  EEXIST: { kind: "conflict", text: "was created by someone else meanwhile" },
  EISDIR: { kind: "conflict", text: "is a directory" },
  ENAMETOOLONG: { kind: "permission", text: "has a path longer than the file system allows" },
};

/** How the project stands after a failure. */
export type State = "unchanged" | "half-changed" | "half-restored";

const states: Readonly<Record<State, string>> = {
  unchanged: "nothing was changed",
  "half-changed": "some files are already changed: run `shrinkdeps undo` to restore them",
  "half-restored": "what is not restored yet is still in the journal: run `shrinkdeps undo` again",
};

/**
 * The error to throw for one that came out of a transaction. An unknown error is given back as it is, with its stack.
 */
export function describeFailure(error: unknown, path: string | undefined, state: State): unknown {
  if (error instanceof ShrinkdepsError) {
    if (state !== "half-changed") return error;
    const { kind, message, line } = error;
    const place = {
      ...(error.path === undefined ? {} : { path: error.path }),
      ...(line === undefined ? {} : { line }),
    };
    return new ShrinkdepsError(kind, message, { ...place, hint: states[state] });
  }
  const known = failures[errorCode(error) ?? ""];
  if (known === undefined) return error;
  return new ShrinkdepsError(known.kind, known.text, { path: path ?? ".shrinkdeps", hint: states[state] });
}
