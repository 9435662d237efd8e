/** The one error class: what makes the tool unable to run. The command line prints it as one line and exits with 2. */

export type ErrorKind =
  | "usage" // the command line or an option is wrong
  | "manifest"
  | "lockfile"
  | "settings"
  | "recipe"
  | "source"
  | "conflict" // a file changed meanwhile, another apply is running
  | "permission"
  | "verify"
  | "journal";

export class ShrinkdepsError extends Error {
  readonly kind: ErrorKind;
  /** File it is about, relative to the project's root where there is one. */
  readonly path: string | undefined;
  readonly line: number | undefined;
  /** What to do about it, as a sentence. */
  readonly hint: string | undefined;

  constructor(kind: ErrorKind, message: string, place: { path?: string; line?: number; hint?: string } = {}) {
    super(message);
    this.name = "ShrinkdepsError";
    this.kind = kind;
    this.path = place.path;
    this.line = place.line;
    this.hint = place.hint;
  }
}

/** The error as one line: place, what is wrong, what to do. */
export function describeError(error: ShrinkdepsError): string {
  const place = error.path === undefined ? "" : `${error.path}${error.line === undefined ? "" : `:${error.line}`}: `;
  return `${place}${error.message}${error.hint === undefined ? "" : ` (${error.hint})`}`;
}
