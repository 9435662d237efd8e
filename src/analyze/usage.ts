/** What a usage is, and what can be said of it. */

/** How a place needs the package. */
export type UsageForm =
  | "import" // import declaration of any kind, and import x = require()
  | "re-export"
  | "require"
  | "dynamic-import"
  | "require.resolve"
  | "type" // import type, import("x").T, JSDoc, /// <reference types>
  | "call" // a binding called
  | "reference" // a binding used in any other way
  | "mock" // jest.mock, vi.mock and their kin
  | "side-effect" // import "x", a bare require("x")
  | "ambient" // declare module "x"
  | "script" // an npm script runs its command
  | "config" // a configuration file names it
  | "workflow"
  | "dockerfile"
  | "shell"
  | "peer" // a package that stays asks for it
  | "mention"; // named in a file that could not be parsed

/** One place that needs a package. Lines and columns count from 1, offsets are UTF-16 units in the file's text. */
export interface Usage {
  readonly package: string;
  /** As written: "lodash/get". */
  readonly specifier: string;
  readonly file: string;
  /** `directory` of the manifest the file belongs to. */
  readonly workspace: string;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
  readonly form: UsageForm;
  /** The export it reaches ("default", "sync", "*" for the whole module); undefined when that cannot be said. */
  readonly export: string | undefined;
  /** The line it stands on, trimmed, for reports. */
  readonly excerpt: string;
}

/** What happens to a usage when its package goes. */
export type Verdict =
  | { readonly kind: "inline" } // the call becomes the replacement's expression
  | { readonly kind: "reference" } // the native function is referred to instead
  | { readonly kind: "helper" } // a helper module of the project's own is used instead
  | { readonly kind: "drop" } // it goes with nothing in its place
  | { readonly kind: "own" } // it stays as it is: Node has a module of that name, and takes that
  /**
   * It stays, and the reason is for a person to act on; `consequence` when it stays only because another usage, listed
   * beside it, is refused. `everywhere` when what is done there may change the package for its other uses, too.
   */
  | { readonly kind: "refuse"; readonly reason: string; readonly consequence?: true; readonly everywhere?: true };

export interface JudgedUsage extends Usage {
  readonly verdict: Verdict;
  /** What the touched source becomes, for reports; absent for refusals and drops. */
  readonly becomes?: string;
  /** What a reviewer would see of it; absent where the lines it stands on stay as they are, or were not planned. */
  readonly change?: LineChange;
}

/** The same whole lines before and after, without the last line break; "" where none are left. */
export interface LineChange {
  /** The first of them, in the file as it is. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}
