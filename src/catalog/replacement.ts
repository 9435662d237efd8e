/** What stands in for one export, read from its expression: a native, one function, or several cases. */
import { ts } from "../typescript.ts";
import type { NativePath, RecipeCase, RecipeModule, RecipeReplacement, RecipeValue } from "./catalog.ts";
import { broken, readFloor } from "./literal.ts";
import { findDeclaration, findValue, unwrap } from "./module.ts";

/** A replacement from its expression; also what the escape hatch's function sources go through. */
export function readReplacement(module: RecipeModule, node: ts.Expression): RecipeReplacement {
  const read = replacements.get(node) ?? replacementOf(module, node);
  replacements.set(node, read);
  return read;
}

/** One table serves several entry points: an expression is the same replacement wherever it is read. */
const replacements = new WeakMap<ts.Expression, RecipeReplacement>();

function replacementOf(module: RecipeModule, node: ts.Expression): RecipeReplacement {
  const named = ts.isIdentifier(node) ? findValue(module, node.text) : undefined;
  if (named !== undefined && ts.isArrayLiteralExpression(named.value))
    return readReplacement(named.module, named.value);
  if (ts.isArrayLiteralExpression(node)) {
    const cases = node.elements.flatMap((element) => readCases(module, element));
    if (cases.length === 0) throw broken(module, node, "a list of cases has at least one");
    return { kind: "cases", cases };
  }
  const value = ts.isIdentifier(node) ? readConstant(module, node.text) : undefined;
  if (value !== undefined) return { kind: "value", value };
  const one = readCase(module, node);
  return one.native !== undefined && one.since === undefined
    ? { kind: "native", native: one.native }
    : { kind: "cases", cases: [one] };
}

/** One case, or those of another list that is spread. */
function readCases(module: RecipeModule, element: ts.Expression): readonly RecipeCase[] {
  if (!ts.isSpreadElement(element)) return [readCase(module, unwrap(element))];
  const spread = readReplacement(module, unwrap(element.expression));
  if (spread.kind !== "cases") throw broken(module, element, "what a list of cases spreads is another list of cases");
  return spread.cases;
}

/** A constant that is neither a function nor a native under another name, or a class. */
function readConstant(module: RecipeModule, name: string): RecipeValue | undefined {
  const declared = findDeclaration(module, name);
  if (declared !== undefined && ts.isClassDeclaration(declared.statement))
    return { name, statement: declared.statement, makes: "class", module: declared.module };
  const named = findValue(module, name);
  if (named === undefined || declared === undefined || !ts.isVariableStatement(declared.statement)) return undefined;
  const { value } = named;
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value) || ts.isArrayLiteralExpression(value))
    return undefined;
  const isSince = ts.isCallExpression(value) && value.expression.getText() === "since";
  const isName = ts.isIdentifier(value) || readNative(named.module, value) !== undefined;
  if (isSince || isName) return undefined;
  return { name, statement: declared.statement, makes: makerOf(value), module: declared.module };
}

/** By its syntax, or by its type, `new (…) => T`, a constant says that instances are made of it. */
function makerOf(value: ts.Expression): RecipeValue["makes"] {
  if (ts.isClassExpression(value)) return "class";
  const declaration = ts.findAncestor(value, ts.isVariableDeclaration);
  return declaration?.type !== undefined && ts.isConstructorTypeNode(declaration.type) ? "function" : undefined;
}

function readCase(module: RecipeModule, node: ts.Expression): RecipeCase {
  if (ts.isCallExpression(node) && node.expression.getText() === "since") {
    const [floor, use] = node.arguments;
    if (floor === undefined || use === undefined) throw broken(module, node, "since(floor, replacement)");
    return { ...readCase(module, unwrap(use)), since: readFloor(module, unwrap(floor)) };
  }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    return { function: node, module, native: undefined, since: undefined };
  const native = readNative(module, node);
  if (native !== undefined) return { function: forwarding, module, native, since: undefined };
  if (ts.isIdentifier(node)) {
    const declared = findDeclaration(module, node.text);
    if (declared !== undefined && ts.isFunctionDeclaration(declared.statement))
      return { function: declared.statement, module: declared.module, native: undefined, since: undefined };
    const named = findValue(module, node.text);
    if (named !== undefined) return readCase(named.module, named.value);
  }
  throw broken(
    module,
    node,
    "a replacement is a function, a native function, or a function of this file or its family",
  );
}

/** What a native case would be as a function: any arguments, passed on. */
const forwarding = ((): ts.ArrowFunction => {
  const source = ts.createSourceFile("native.ts", "(...args: unknown[]) => args;", ts.ScriptTarget.ESNext, true);
  const statement = source.statements[0];
  if (statement && ts.isExpressionStatement(statement) && ts.isArrowFunction(statement.expression))
    return statement.expression;
  throw new TypeError("unreachable: the source above is one arrow function");
})();

function readNative(module: RecipeModule, node: ts.Expression): NativePath | undefined {
  const members: string[] = [];
  let at: ts.Expression = node;
  while (ts.isPropertyAccessExpression(at)) {
    members.unshift(at.name.text);
    at = at.expression;
  }
  if (!ts.isIdentifier(at)) return undefined;
  const builtin = module.builtins.get(at.text);
  if (builtin !== undefined) {
    if (builtin.name !== "*" && builtin.name !== "default") return { root: builtin, members };
    const [name, ...rest] = members;
    return name === undefined ? undefined : { root: { module: builtin.module, name }, members: rest };
  }
  return findDeclaration(module, at.text) === undefined ? { root: { global: at.text }, members } : undefined;
}
