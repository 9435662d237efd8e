/** What a file exports, each export by the statement that makes it; or the first thing that does not fit a plain form. */
import { ts } from "../../typescript.ts";
import type { VendoredExport } from "../../catalog/vendored.ts";
import { isValue, walk } from "./names.ts";

export type ExportsReading =
  | { readonly exports: ReadonlyMap<string, VendoredExport>; readonly table: ts.ExpressionStatement | undefined }
  | { readonly refused: string };

export function readExports(source: ts.SourceFile, format: "esm" | "cjs"): ExportsReading {
  return format === "esm" ? readModule(source) : readCommonJs(source);
}

function readModule(source: ts.SourceFile): ExportsReading {
  const exports = new Map<string, VendoredExport>();
  for (const statement of source.statements) {
    if (ts.isExportAssignment(statement)) exports.set("default", { kind: "declared", statement });
    else if (ts.isExportDeclaration(statement)) {
      const { exportClause, moduleSpecifier } = statement;
      if (moduleSpecifier !== undefined || exportClause === undefined || !ts.isNamedExports(exportClause))
        return { refused: "it exports what other modules have" };
      for (const specifier of exportClause.elements) {
        const local = (specifier.propertyName ?? specifier.name).text;
        exports.set(specifier.name.text, { kind: "listed", specifier, local });
      }
    } else if (ts.canHaveModifiers(statement)) {
      const kinds = new Set(ts.getModifiers(statement)?.map(({ kind }) => kind));
      if (!kinds.has(ts.SyntaxKind.ExportKeyword)) continue;
      const isDefault = kinds.has(ts.SyntaxKind.DefaultKeyword);
      if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
        exports.set(isDefault ? "default" : (statement.name?.text ?? "default"), { kind: "declared", statement });
      else if (ts.isVariableStatement(statement)) {
        const [only, ...others] = statement.declarationList.declarations;
        if (only === undefined || others.length > 0 || !ts.isIdentifier(only.name))
          return { refused: "it exports several names in one statement" };
        if ((statement.declarationList.flags & ts.NodeFlags.Const) === 0)
          return { refused: `its export ${only.name.text} is a variable that may change` };
        exports.set(only.name.text, { kind: "declared", statement });
      } else return { refused: "it exports in a form that is not known" };
    }
  }
  return exports.size === 0 ? { refused: "it exports nothing" } : { exports, table: undefined };
}

function readCommonJs(source: ts.SourceFile): ExportsReading {
  const exports = new Map<string, VendoredExport>();
  const handled = new Set<ts.Node>();
  let table: ts.ExpressionStatement | undefined;
  /** Whether `exports` and `module.exports` are the same at this point. */
  let isOneThing = true;
  for (const statement of source.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue;
    const name = exportedBy(statement.expression);
    if (name === undefined) continue;
    handled.add(statement.expression.left);
    const value = valueOf(statement.expression, handled);
    if (
      name === "default" &&
      ts.isPropertyAccessExpression(statement.expression.left) &&
      !isWhole(statement.expression.left)
    ) {
      // What other loaders take for the default export stays with it.
      if (exports.has("default")) continue;
      return { refused: "it sets a member default of what it exports" };
    }
    if (name === "__esModule" || exports.has(name) || table !== undefined)
      return { refused: `its export ${name} is set more than once, or for other loaders` };
    if (name === "default" && exports.size > 0) return { refused: "it sets module.exports after a member of it" };
    const isByOwnName = isOf(statement.expression.left, "exports");
    if (isWhole(statement.expression.left) || isByOwnName) {
      if (name === "default" && isByOwnName && value === statement.expression.right)
        return { refused: "it sets exports, which sets nothing" };
      isOneThing = name !== "default" || value !== statement.expression.right;
    } else if (!isOneThing && isOf(statement.expression.left, "exports.")) {
      return { refused: "it sets a member of exports after module.exports has become something else" };
    }
    if (name === "default" && ts.isObjectLiteralExpression(value)) {
      table = statement;
      for (const property of value.properties) {
        const key = property.name;
        const inner = ts.isPropertyAssignment(property)
          ? property.initializer
          : ts.isShorthandPropertyAssignment(property)
            ? property.name
            : undefined;
        if (key === undefined || !ts.isIdentifier(key) || inner === undefined || key.text === "default")
          return { refused: "its module.exports is an object that is not a plain list of exports" };
        exports.set(key.text, { kind: "property", property, value: inner });
      }
      continue;
    }
    exports.set(name, { kind: "assigned", statement, value });
  }
  for (const node of walk(source)) {
    if (!ts.isIdentifier(node) || !isValue(node) || (node.text !== "module" && node.text !== "exports")) continue;
    if (ts.findAncestor(node, (ancestor) => handled.has(ancestor)) === undefined)
      return { refused: `it uses ${node.text} for more than setting its exports once` };
  }
  return exports.size === 0 ? { refused: "it exports nothing that can be told" } : { exports, table };
}

/** "default" for `module.exports =`, a name for `exports.name =` and `module.exports.name =`. */
function exportedBy({ left, operatorToken }: ts.BinaryExpression): string | undefined {
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  if (isWhole(left)) return "default";
  if (ts.isIdentifier(left) && left.text === "exports") return "default";
  if (!ts.isPropertyAccessExpression(left)) return undefined;
  const isOwn = isWhole(left.expression) || (ts.isIdentifier(left.expression) && left.expression.text === "exports");
  return isOwn ? left.name.text : undefined;
}

/** `exports = module.exports = value` sets both names of the one thing. */
function valueOf({ left, right }: ts.BinaryExpression, handled: Set<ts.Node>): ts.Expression {
  const isPair =
    ts.isBinaryExpression(right) &&
    right.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ((isWhole(left) && right.left.getText() === "exports") || (left.getText() === "exports" && isWhole(right.left)));
  if (!isPair) return right;
  handled.add(right.left);
  return right.right;
}

/** `exports` itself, or with "exports." a member of it. */
function isOf(node: ts.Expression, what: "exports" | "exports."): boolean {
  const at = what === "exports." && ts.isPropertyAccessExpression(node) ? node.expression : node;
  return ts.isIdentifier(at) && at.text === "exports" && (what === "exports" || at !== node);
}

function isWhole(node: ts.Node): boolean {
  return /^module\s*\.\s*exports$/.test(node.getText());
}
