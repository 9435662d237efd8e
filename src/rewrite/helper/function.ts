/** The text of one function of a helper module: a recipe's function as a declaration, with its comment. */
import { ts } from "../../typescript.ts";
import type { RecipeCase } from "../../catalog/catalog.ts";
import { textOfRecipe } from "./erase.ts";

/** The function as a declaration of that name: a function of one expression returns it. */
export function functionText(one: RecipeCase, name: string, language: "js" | "ts"): string {
  const node = one.function;
  const text = textOfRecipe(node, language);
  const source = ts.createSourceFile(
    `function.${language}`,
    ts.isFunctionDeclaration(node) ? text : `(${text})`,
    ts.ScriptTarget.ESNext,
    true,
  );
  const statement = source.statements[0];
  const inner =
    statement && ts.isExpressionStatement(statement) && ts.isParenthesizedExpression(statement.expression)
      ? statement.expression.expression
      : statement;
  if (
    inner === undefined ||
    !(ts.isArrowFunction(inner) || ts.isFunctionExpression(inner) || ts.isFunctionDeclaration(inner))
  )
    throw new TypeError("a recipe's function is one when it is read again");
  const isAsync = inner.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  const types =
    inner.typeParameters === undefined || inner.typeParameters.length === 0
      ? ""
      : `<${inner.typeParameters.map((p) => p.getText()).join(", ")}>`;
  const params = source.text.slice(inner.parameters.pos, inner.parameters.end);
  const returns = inner.type === undefined ? "" : `: ${inner.type.getText()}`;
  const body =
    inner.body === undefined
      ? "{}"
      : ts.isBlock(inner.body)
        ? inner.body.getText()
        : `{\n  return ${unparenthesized(inner.body).replaceAll("\n", "\n  ")};\n}`;
  const doc = docOf(ts.isFunctionDeclaration(node) ? node : documented(node));
  const signatures = language === "ts" ? signaturesOf(node, name) : "";
  const head = `${isAsync ? "async " : ""}function${inner.asteriskToken ? "*" : ""} ${name}${types}(${params.trim()})${returns}`;
  return `${doc === "" ? "" : `${doc}\n`}${signatures}${head} ${body}`;
}

/** The overloads above a function: what a project in TypeScript sees of it, where the function itself takes anything. */
export function overloadsOf(node: RecipeCase["function"]): ts.FunctionDeclaration[] {
  if (!ts.isFunctionDeclaration(node)) return [];
  return node
    .getSourceFile()
    .statements.filter(ts.isFunctionDeclaration)
    .filter((each) => each.body === undefined && each.name?.text === node.name?.text);
}

function signaturesOf(node: RecipeCase["function"], name: string): string {
  const named = (text: string): string => text.replace(/^(?:export )?(function\s+)[\w$]+/, `$1${name}`);
  return overloadsOf(node)
    .map((each) => `${named(textOfRecipe(each, "ts"))}\n`)
    .join("");
}

function unparenthesized(node: ts.Expression): string {
  return ts.isParenthesizedExpression(node) ? node.expression.getText() : node.getText();
}

/** What a function's own comment stands above: its property, its constant, or itself in a list. */
function documented(node: ts.Node): ts.Node {
  let at = node;
  while (ts.isParenthesizedExpression(at.parent) || ts.isAsExpression(at.parent)) at = at.parent;
  if (docOf(at) !== "") return at;
  const owner = ts.findAncestor(
    at,
    (ancestor) => ts.isPropertyAssignment(ancestor) || ts.isVariableStatement(ancestor),
  );
  return owner ?? at;
}

/** The documentation comment directly above a node, moved to the margin; empty when there is none. */
export function docOf(node: ts.Node): string {
  const source = node.getSourceFile();
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
  const last = ranges[ranges.length - 1];
  const text = last === undefined ? "" : source.text.slice(last.pos, last.end);
  return text.startsWith("/**") ? text.replace(/\n\s*\*/g, "\n *") : "";
}

export function nameOfConstant(node: ts.Node): string | undefined {
  const parent = node.parent;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? parent.name.text : undefined;
}
