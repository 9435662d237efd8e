/** What in a file's code would not mean the same in another place. */
import { builtinModules } from "node:module";
import { ts } from "../../typescript.ts";
import { declaredBy, isValue, rootOf, runsOnLoad, walk, writtenBy } from "./names.ts";

const placed = new Set(["__dirname", "__filename"]);
const ofEnvironment = new Set([
  "process",
  "global",
  "globalThis",
  "window",
  "self",
  "document",
  "navigator",
  "Deno",
  "Bun",
]);
const ofNode = new Set(["process", "Buffer", "global", "setImmediate", "clearImmediate", "require"]);

/** Why the code cannot be moved; undefined when nothing in it depends on where it is. */
export function whyBound(source: ts.SourceFile): string | undefined {
  if (/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/.test(source.text)) return "its text has characters that do not show";
  if (isUnreadable(source.text)) return "its code is minified or obfuscated, which nobody could review";
  if (/^\/[/*][#@] sourceMappingURL=/m.test(source.text)) return "its code is built from another source";
  const top = new Set(source.statements.flatMap(declaredBy));
  for (const node of walk(source)) {
    if (node.kind === ts.SyntaxKind.ThisKeyword && isTopThis(node)) return "it uses this at its top";
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return "it reads import.meta";
    if (ts.isAwaitExpression(node) && runsOnLoad(node)) return "it waits for something when it is loaded";
    if (ts.isCallExpression(node)) {
      if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return "it loads a module by import()";
      const refused = whyNotLoad(node);
      if (refused !== undefined) return refused;
    }
    if (
      ts.isPropertyAccessExpression(node) &&
      /^(?:prepareStackTrace|captureStackTrace|stack|callee|caller)$/.test(node.name.text)
    )
      return `it reads ${node.name.text}, which tells where code is`;
    const module = ts.isImportDeclaration(node) ? node.moduleSpecifier : undefined;
    if (module !== undefined && (!ts.isStringLiteral(module) || !isBuiltinName(module.text)))
      return `it loads ${module.getText(source)}`;
    if (!ts.isIdentifier(node) || !isValue(node)) continue;
    if (placed.has(node.text)) return `it reads ${node.text}, its place on disk`;
    if (node.text === "eval" || node.text === "Function") return "it evaluates text, or asks for Function";
    if (node.text === "require" && !isLoad(node)) return "it uses require for more than loading a module by its name";
    if (ofEnvironment.has(node.text) && !top.has(node.text) && runsOnLoad(node))
      return `it reads ${node.text} when it is loaded`;
  }
  return undefined;
}

/** Whether the code uses what Node alone has. */
export function isOfNode(source: ts.SourceFile): boolean {
  return [...walk(source)].some(
    (node) => ts.isImportDeclaration(node) || (ts.isIdentifier(node) && isValue(node) && ofNode.has(node.text)),
  );
}

function isTopThis(node: ts.Node): boolean {
  const holder = ts.findAncestor(
    node,
    (ancestor) => (ts.isFunctionLike(ancestor) && !ts.isArrowFunction(ancestor)) || ts.isClassLike(ancestor),
  );
  return holder === undefined;
}

function isLoad({ parent }: ts.Identifier): boolean {
  return ts.isCallExpression(parent) && parent.arguments.length === 1;
}

function whyNotLoad({ expression, arguments: args }: ts.CallExpression): string | undefined {
  if (!ts.isIdentifier(expression) || expression.text !== "require") return undefined;
  const [name] = args;
  if (name === undefined || !ts.isStringLiteral(name)) return "it loads a module by a computed name";
  return isBuiltinName(name.text) ? undefined : `it loads ${name.getText()}`;
}

function isBuiltinName(name: string): boolean {
  const bare = name.replace(/^node:/, "");
  // A package of that name would be found by its trailing slash only.
  return builtinModules.includes(bare) && !bare.startsWith("_");
}

/** Lines that no person writes, or names of a program that hides what it does. */
function isUnreadable(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(?:\/\/|\*|\/\*)/.test(line));
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  return lines.some((line) => line.length > 400) || length > 110 * lines.length || /\b_0x[0-9a-f]{3,}/.test(text);
}

const changing = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|lastIndex)$/;

/** What two copies of the code would not share: memory at its top, classes, symbols, objects others can change. */
export function stateOf(source: ts.SourceFile): string | undefined {
  const top = new Set(source.statements.flatMap(declaredBy));
  for (const node of walk(source)) {
    if (ts.isClassLike(node)) return "it has a class, by which instances are known";
    if (runsOnLoad(node)) {
      if (ts.isNewExpression(node) && !/^(?:RegExp)$/.test(node.expression.getText()))
        return "it makes an object when it is loaded";
      if (ts.isCallExpression(node) && /^Symbol(?:\.|$)/.test(node.expression.getText())) return "it makes a symbol";
      if (ts.isCallExpression(node) && ts.isFunctionExpression(unwrapped(node.expression)))
        return "it keeps names in a function called on load";
      if (ts.isRegularExpressionLiteral(node) && /[gy][a-z]*$/.test(node.text) && isNamed(node))
        return "a regular expression of it remembers where it was";
      continue;
    }
    const written = writtenBy(node) ?? changedBy(node);
    const root = written === undefined ? undefined : rootOf(written);
    if (root !== undefined && top.has(root.text)) return `it changes ${root.text} after it is loaded`;
  }
  const isConstructor = [...walk(source)].some(
    (node) =>
      ts.isPropertyAccessExpression(node) && node.name.text === "prototype" && top.has(rootOf(node)?.text ?? ""),
  );
  return isConstructor ? "it has a constructor, by which instances are known" : undefined;
}

function changedBy(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  return changing.test(node.expression.name.text) ? node.expression.expression : undefined;
}

function isNamed(node: ts.Node): boolean {
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent);
}

function unwrapped(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? unwrapped(node.expression) : node;
}
