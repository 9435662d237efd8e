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
  ENOENT: { kind: "conflict", text: "or its directory was removed by someone else meanwhile" },
  ENOTDIR: { kind: "conflict", text: "or its directory was replaced by someone else meanwhile" },
  EEXIST: { kind: "conflict", text: "was created by someone else meanwhile" },
  EISDIR: { kind: "conflict", text: "is a directory" },
  ENAMETOOLONG: { kind: "permission", text: "has a path longer than the file system allows" },
};

/**
 * The error to throw for one that came out of a transaction; `state` says how the project stands. An unknown error is
 * given back as it is, with its stack, unless the state needs saying.
 */
export function describeFailure(error: unknown, path: string | undefined, state: string): unknown {
  if (error instanceof ShrinkdepsError) {
    return new ShrinkdepsError(error.kind, error.message, {
      ...(error.path === undefined ? {} : { path: error.path }),
      ...(error.line === undefined ? {} : { line: error.line }),
      hint:
        error.hint === undefined || error.hint.startsWith("nothing") !== state.startsWith("nothing")
          ? state
          : error.hint,
    });
  }
  const known = failures[errorCode(error) ?? ""];
  if (known === undefined) return error;
  return new ShrinkdepsError(known.kind, known.text, { path: path ?? ".shrinkdeps", hint: state });
}
