/** What of a file is left when only some of its exports are asked for. */
import { ts } from "../../typescript.ts";
import { declaredBy, referredBy, rootOf } from "../../analyze/vendor/names.ts";
import type { VendoredModule } from "../../catalog/vendored.ts";
import type { TextEdit } from "../plan.ts";

/** The edits that take away the other exports and what only they need. Loading the file has no effects, so nothing else goes. */
export function prune(code: VendoredModule, needed: ReadonlySet<string>): TextEdit[] {
  const { source } = code;
  const kept = keptStatements(code, needed);
  const edits: TextEdit[] = [];
  for (const [index, statement] of source.statements.entries()) {
    if (!kept.has(statement)) {
      // What stands above the first statement is the file's own heading.
      const start = index === 0 ? statement.getStart(source) : statement.getFullStart();
      edits.push({ start, end: statement.end, text: "" });
    } else if (ts.isExportDeclaration(statement)) edits.push(...narrowList(code, needed, statement));
    else if (statement === code.table) edits.push(...narrowTable(code, needed));
    else {
      const name = exportOf(code, statement);
      const modifier = ts.canHaveModifiers(statement)
        ? ts.getModifiers(statement)?.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        : undefined;
      if (name !== undefined && name !== "default" && !needed.has(name) && modifier !== undefined)
        edits.push({ start: modifier.getStart(source), end: modifier.end + 1, text: "" });
    }
  }
  return edits;
}

function keptStatements(code: VendoredModule, needed: ReadonlySet<string>): Set<ts.Statement> {
  const { source } = code;
  const kept = new Set<ts.Statement>();
  const names = new Set<string>();
  const keep = (statement: ts.Statement): void => {
    if (kept.has(statement)) return;
    kept.add(statement);
    const parts = partsOf(code, needed, statement);
    for (const part of parts) for (const name of referredBy(part)) names.add(name);
    for (const name of declaredBy(statement)) names.add(name);
  };
  for (const statement of source.statements) if (isNeeded(code, needed, statement)) keep(statement);
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (const statement of source.statements) {
      const owner = ownerOf(statement);
      const declared = owner === undefined ? declaredBy(statement) : [owner];
      if (declared.some((name) => names.has(name))) keep(statement);
    }
  }
  return kept;
}

/** What of a statement stays: of a list of exports the ones asked for. */
function partsOf(code: VendoredModule, needed: ReadonlySet<string>, statement: ts.Statement): readonly ts.Node[] {
  if (statement !== code.table && !ts.isExportDeclaration(statement)) return [statement];
  return [...code.exports].flatMap(([name, one]): readonly ts.Node[] => {
    if (!needed.has(name)) return [];
    if (one.kind === "property" && statement === code.table) return [one.value];
    return one.kind === "listed" && one.specifier.parent.parent === statement ? [one.specifier] : [];
  });
}

function isNeeded(code: VendoredModule, needed: ReadonlySet<string>, statement: ts.Statement): boolean {
  const name = exportOf(code, statement);
  if (name !== undefined) return needed.has(name);
  if (statement === code.table) return true;
  if (ts.isExportDeclaration(statement)) return partsOf(code, needed, statement).length > 0;
  return declaredBy(statement).length === 0 && ownerOf(statement) === undefined;
}

function exportOf(code: VendoredModule, statement: ts.Statement): string | undefined {
  for (const [name, one] of code.exports)
    if ((one.kind === "assigned" || one.kind === "declared") && one.statement === statement) return name;
  return undefined;
}

/** The name whose member a statement sets (`once.strict = …`), which it goes or stays with. */
function ownerOf(statement: ts.Statement): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return undefined;
  const { left, operatorToken } = statement.expression;
  if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) return undefined;
  const name = rootOf(left)?.text;
  return name === "module" || name === "exports" ? undefined : name;
}

function narrowList(code: VendoredModule, needed: ReadonlySet<string>, statement: ts.ExportDeclaration): TextEdit[] {
  const clause = statement.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return [];
  return narrow(code.source, clause.elements, (element) => needed.has(element.name.text));
}

function narrowTable(code: VendoredModule, needed: ReadonlySet<string>): TextEdit[] {
  const properties = [...code.exports].flatMap(([name, one]) =>
    one.kind === "property" ? [{ name, property: one.property }] : [],
  );
  const literal = properties[0]?.property.parent;
  if (literal === undefined || !ts.isObjectLiteralExpression(literal)) return [];
  return narrow(code.source, literal.properties, (property) =>
    properties.some((one) => one.property === property && needed.has(one.name)),
  );
}

/** The elements of a list that stay, between the braces there are. */
function narrow<Element extends ts.Node>(
  source: ts.SourceFile,
  elements: ts.NodeArray<Element>,
  stays: (element: Element) => boolean,
): TextEdit[] {
  const left = elements.filter(stays);
  const [first] = elements;
  if (left.length === elements.length || first === undefined) return [];
  const text = left.map((element) => element.getText(source)).join(", ");
  const last = elements[elements.length - 1] ?? first;
  return [{ start: first.getStart(source), end: last.end, text }];
}
