/** Which kind of module a file is. */
import { ts } from "../../typescript.ts";
import type { Project, SourceFile } from "../../project/project.ts";

/** How a file loads modules: as it is known to, or else by whether it imports or exports. */
export function modulesOf(source: ts.SourceFile, kind: SourceFile["moduleKind"] | undefined): "esm" | "cjs" {
  if (kind === "cjs") return "cjs";
  return kind === "esm" || source.statements.some(isOfModule) ? "esm" : "cjs";
}

function isOfModule(statement: ts.Statement): boolean {
  return ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement);
}

/** What the nearest package.json says of the modules in a file's directory. */
export function typeAt(project: Project, path: string): "module" | "commonjs" {
  const parts = path.split("/").slice(0, -1);
  for (;;) {
    const read = project.disk.read([...parts, "package.json"].join("/"));
    if ("text" in read) return /"type"\s*:\s*"module"/.test(read.text) ? "module" : "commonjs";
    if (parts.length === 0) return "commonjs";
    parts.pop();
  }
}
