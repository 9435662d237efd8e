/** What an apply did, as data: what a person is told, and what a report is made of. JSON-safe. */

export interface PutBack {
  readonly package: string;
  /** Who refused its removal: the project's type check, or the command given with `verify`. */
  readonly by: "types" | "command";
  /** The diagnostics its removal would have added, as "file:line: message"; or how the command fails. */
  readonly reasons: readonly string[];
}

export interface ChangedFile {
  readonly path: string;
  readonly change: "modified" | "created";
}

/** What happened to node_modules. */
export type Installation =
  | { readonly kind: "left-alone" }
  | { readonly kind: "updated"; readonly command: string }
  | { readonly kind: "failed"; readonly command: string; readonly reason: string };

export interface Receipt {
  readonly schema: 1;
  /** Dependencies that went from at least one manifest, sorted; their `@types` not among them. */
  readonly removed: readonly string[];
  /** Packages some uses of which were rewritten, and which stay. */
  readonly partial: readonly string[];
  /** Packages that were planned to go and stay, because the project's type check or its command says so. */
  readonly putBack: readonly PutBack[];
  /** Packages that leave the lockfile, else the installed tree, as "name@version", sorted; undefined when unknown. */
  readonly freed: readonly string[] | undefined;
  /** Every file written, in the order of the plan, then manifests, then lockfiles. */
  readonly files: readonly ChangedFile[];
  /** What could not be proved, one sentence each. */
  readonly notProved: readonly string[];
  /** Commands for a person to run next. */
  readonly next: readonly string[];
  readonly installation: Installation;
  /** The command that passes before and with what was written, and how often it ran; absent when none was given. */
  readonly verified?: { readonly command: string; readonly runs: number };
}
