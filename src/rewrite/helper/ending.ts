/** How a file names its helper module: with which ending, by the file's own example or what its module system asks. */
import { ts } from "../../typescript.ts";
import { governingConfig, readConfigOptions } from "../../analyze/facts/configs.ts";
import type { FileDecisions } from "../../analyze/verdicts/decision.ts";
import type { Project } from "../../project/project.ts";
import type { FileStyle } from "../style.ts";

/** The ending that a file writes on its relative imports, by its own example or by what its module system asks. */
export function endingFor(
  project: Project,
  file: FileDecisions,
  style: FileStyle,
  helper: string,
  language: "js" | "ts",
): string {
  const own = /\.[cm]?[jt]sx?$/.exec(helper)?.[0] ?? "";
  const examples = relativeSpecifiers(file.source);
  const written = examples.map((text) => /\.[cm]?[jt]sx?$/.exec(text)?.[0]).filter((ending) => ending !== undefined);
  if (language === "ts") {
    if (written.length > 0) return written[0] === ".ts" || written[0] === ".tsx" ? own : own.replace("ts", "js");
    if (own === ".mts" || own === ".cts") return own.replace("ts", "js");
    if (examples.length > 0) return "";
    const config = governingConfig(project, file.path);
    const options = config === undefined ? undefined : readConfigOptions(project.root, project.disk, config);
    // Such a project runs its sources as they are, or has the endings rewritten when it is built.
    if (options?.allowImportingTsExtensions === true || options?.rewriteRelativeImportExtensions === true) return own;
    const isNode =
      options?.module !== undefined &&
      options.module >= ts.ModuleKind.Node16 &&
      options.module <= ts.ModuleKind.NodeNext;
    return isNode ? own.replace("ts", "js") : "";
  }
  if (own !== ".js") return own;
  if (written.length > 0) return own;
  if (examples.length > 0) return "";
  return style.modules === "esm" && !isBare(project, file.path) ? own : "";
}

/** True where most relative imports of the workspace have no ending: something other than Node resolves them. */
function isBare(project: Project, path: string): boolean {
  const source = project.sources.find((one) => one.path === path);
  if (source === undefined || source.moduleKind === "esm") return false;
  const texts = project.sources
    .filter(({ workspace, language }) => workspace === source.workspace && language !== "dts")
    .map((one) => project.disk.read(one.path));
  const found = texts.flatMap((file) => ("text" in file ? [...file.text.matchAll(relative)] : []));
  const bare = found.filter(([, , specifier = ""]) => !/\.(?:[cm]?[jt]sx?)$/.test(specifier));
  return bare.length > found.length / 2;
}

const relative = /^(?:import|export)\b[^"'`;]*?(["'])(\.{1,2}\/[^"'\n]*)\1/gm;

function relativeSpecifiers(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const literal =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) &&
            (node.expression.getText() === "require" || node.expression.kind === ts.SyntaxKind.ImportKeyword)
          ? node.arguments[0]
          : undefined;
    if (
      literal !== undefined &&
      ts.isStringLiteralLike(literal) &&
      literal.text.startsWith(".") &&
      !/\.json$/.test(literal.text)
    )
      found.push(literal.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
