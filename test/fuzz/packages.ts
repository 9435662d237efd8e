/** The packages the programs use: those whose calls give the same on every run and change nothing outside. */
import { drawPackages } from "./catalogue.ts";

/** What an argument is made from; see expressions.ts. */
export type ArgumentKind =
  | "text"
  | "texty"
  | "length"
  | "fill"
  | "count"
  | "number"
  | "flag"
  | "list"
  | "nested"
  | "object"
  | "key"
  | "anything"
  | "path"
  | "test"
  | { readonly oneOf: readonly ArgumentKind[] }
  /** One of these expressions. */
  | { readonly exactly: readonly string[] }
  | { readonly listOf: ArgumentKind }
  | { readonly tuple: readonly ArgumentKind[] }
  | { readonly callback: ArgumentKind; readonly parameters: number }
  | {
      readonly members: readonly { readonly name: string; readonly kind: ArgumentKind; readonly isOptional: boolean }[];
    };

export interface Export {
  /** "default" or a name. */
  readonly name: string;
  readonly parameters: readonly ArgumentKind[];
  readonly gives: "text" | "number" | "boolean" | "list" | "object" | "anything";
  /** More arguments of the last kind may follow. */
  readonly rest?: boolean;
  /** It is called with `new`. */
  readonly isClass?: boolean;
  /** An ES module can import it by its name: Node finds the names of some CommonJS modules only. */
  readonly isNamed: boolean;
}

export interface Package {
  readonly name: string;
  /** What is written to load it: its name, or one of its subpaths. */
  readonly specifier: string;
  /** Its folder in test/originals/node_modules; undefined for a toy. */
  readonly original: string | undefined;
  readonly version: string;
  /** An ES module cannot be loaded by require(), and a path without an ending only by it. */
  readonly format: "cjs" | "esm" | "require";
  /** What require() gives: the default export itself, or an object of exports. */
  readonly require: "default" | "namespace";
  readonly exports: readonly Export[];
  /** The class of an error may differ, as its recipe declares. */
  readonly forgives: boolean;
}

const one = (
  parameters: readonly ArgumentKind[],
  gives: Export["gives"],
  more: Partial<Export> = {},
): readonly Export[] => [{ name: "default", parameters, gives, isNamed: true, ...more }];

const toys: readonly Package[] = [
  toy("pad", "1.0.0", "default", one(["texty", "length", "fill"], "text")),
  toy("merge-all", "2.1.0", "default", one(["object", "object"], "object", { rest: true })),
  toy("kit", "1.5.0", "namespace", [
    { name: "twice", parameters: ["number"], gives: "number", isNamed: true },
    { name: "shout", parameters: ["texty"], gives: "text", isNamed: true },
    { name: "odd", parameters: ["number"], gives: "boolean", isNamed: true },
    { name: "keep", parameters: ["list", "test"], gives: "list", isNamed: true },
  ]),
  toy("where", "3.0.0", "default", one(["path", "path"], "text", { rest: true })),
  toy("wipe", "2.0.0", "default", [
    { name: "default", parameters: ["texty"], gives: "text", isNamed: true },
    { name: "all", parameters: ["list"], gives: "list", isNamed: true },
  ]),
];

function toy(name: string, version: string, require: Package["require"], exports: readonly Export[]): Package {
  return { name, specifier: name, original: undefined, version, format: "cjs", require, exports, forgives: false };
}

/** Every package in every version: the catalogue's, and toys whose recipes show what no real one does. */
export const packages: readonly Package[] = [...(await drawPackages()), ...toys];
