/** The code of an installed package, read to be taken over into a project. */
import type { ts } from "../typescript.ts";

/** What one export is, or what its place holds: by its name, "default" for `module.exports` and `export default`. */
export type VendoredExport =
  /** `module.exports = value`, `exports.name = value`: the statement it is. */
  | { readonly kind: "assigned"; readonly statement: ts.ExpressionStatement; readonly value: ts.Expression }
  /** A property of the object literal that `module.exports` is. */
  | { readonly kind: "property"; readonly property: ts.ObjectLiteralElementLike; readonly value: ts.Expression }
  /** `export function name`, `export default …`. */
  | { readonly kind: "declared"; readonly statement: ts.Statement }
  /** A name in an export list. */
  | { readonly kind: "listed"; readonly specifier: ts.ExportSpecifier; readonly local: string };

/** One package whose code is one file, read and found fit. */
export interface VendoredModule {
  readonly package: string;
  readonly version: string;
  /** As its manifest names it: "MIT". */
  readonly licence: string;
  /** The text of its licence files; "" where the licence asks for none to be kept. */
  readonly notice: string;
  /** What the lockfile says of its tarball. */
  readonly integrity: string;
  readonly source: ts.SourceFile;
  readonly format: "esm" | "cjs";
  readonly exports: ReadonlyMap<string, VendoredExport>;
  /** The object literal that `module.exports` is, where its properties are the exports. */
  readonly table: ts.ExpressionStatement | undefined;
  /** What two copies of it would not share; undefined when nothing. */
  readonly state: string | undefined;
  /** Whether it uses what Node alone has. */
  readonly isOfNode: boolean;
}
