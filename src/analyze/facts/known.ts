/** What calls of the standard library are known to give, by their names alone, where those names are not shadowed. */
import { ts } from "../../typescript.ts";
import { isNeverWritten } from "../usages/constant.ts";
import type { Scope } from "../usages/scope.ts";
import { anything, type Fact, isOnly, ofArray, ofClass, ofKind, ofPath } from "./fact.ts";
import { shapeOfCall } from "./paths.ts";

const conversions: ReadonlyMap<string, Fact> = new Map([
  ["String", ofKind("string")],
  ["Number", ofKind("number")],
  ["Boolean", ofKind("boolean")],
  ["BigInt", ofKind("bigint")],
  ["Symbol", ofKind("symbol")],
  ["parseInt", ofKind("number")],
  ["parseFloat", ofKind("number")],
  ["isNaN", ofKind("boolean")],
  ["encodeURIComponent", ofKind("string")],
  ["decodeURIComponent", ofKind("string")],
  ["Array.isArray", ofKind("boolean")],
  ["Array.of", ofArray(anything)],
  ["Object.keys", ofArray(ofKind("string"))],
  ["Object.getOwnPropertyNames", ofArray(ofKind("string"))],
  ["Object.values", ofArray(anything)],
  ["Object.entries", ofArray(ofArray(anything))],
  ["JSON.stringify", ofKind("string", "undefined")],
  ["AbortSignal.abort", ofClass("AbortSignal")],
  ["AbortSignal.any", ofClass("AbortSignal")],
  ["AbortSignal.timeout", ofClass("AbortSignal")],
  ["Buffer.alloc", ofClass("Buffer")],
  ["Buffer.concat", ofClass("Buffer")],
  ["Buffer.from", ofClass("Buffer")],
  ["Date.now", ofKind("number")],
  ["Math.floor", ofKind("number")],
  ["Math.ceil", ofKind("number")],
  ["Math.round", ofKind("number")],
  ["Math.trunc", ofKind("number")],
  ["Math.min", ofKind("number")],
  ["Math.max", ofKind("number")],
  ["Math.random", ofKind("number")],
  ["Math.abs", ofKind("number")],
  ["process.cwd", ofPath({ entry: false, plain: true })],
  ["process.uptime", ofKind("number")],
]);

/** Functions of built-in modules that always give a string. */
const textualMembers: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["path", new Set(["join", "resolve", "dirname", "basename", "extname", "relative", "normalize"])],
  ["os", new Set(["tmpdir", "homedir", "hostname", "platform"])],
  ["url", new Set(["fileURLToPath"])],
]);

/** Methods of strings that give a string whatever they are given. */
const stringMethods = new Set(
  (
    "trim trimStart trimEnd toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase slice substring substr replace " +
    "replaceAll padStart padEnd repeat concat normalize charAt toString"
  ).split(" "),
);
const builtInClasses = new Set([
  "RegExp",
  "Date",
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
  "Error",
  "URL",
  "Promise",
  "AbortController",
]);

/** The fact of a call, `new` or property read whose meaning is fixed by the language or by Node. */
export function factOfKnownCall(
  scope: Scope,
  node: ts.CallExpression | ts.NewExpression | ts.PropertyAccessExpression,
  of: (inner: ts.Expression) => Fact,
): Fact {
  if (ts.isPropertyAccessExpression(node)) {
    if (node.questionDotToken !== undefined) return anything;
    if (node.name.text === "signal")
      return of(node.expression).class === "AbortController" ? ofClass("AbortSignal") : anything;
    if (node.name.text !== "length") return anything;
    return isOnly(of(node.expression), "string", "array") ? ofKind("number") : anything;
  }
  const name = globalName(scope, node.expression);
  if (ts.isNewExpression(node)) {
    if (name === "Array") return ofArray(anything);
    if (name === "Function") return ofKind("function");
    return name !== undefined && builtInClasses.has(name) ? ofClass(name) : anything;
  }
  if (ts.isOptionalChain(node)) return anything;
  const conversion = name === undefined ? undefined : conversions.get(name);
  if (conversion !== undefined) return conversion;
  const textual = textualBuiltin(scope, node.expression);
  if (textual === "join" || textual === "resolve" || textual === "normalize")
    return node.arguments.some(ts.isSpreadElement) ? ofKind("string") : ofPath(shapeOfCall(node.arguments.map(of)));
  if (textual !== undefined) return ofKind("string");
  if (!ts.isPropertyAccessExpression(node.expression)) return anything;
  const receiver = of(node.expression.expression);
  const method = node.expression.name.text;
  if (isOnly(receiver, "string")) {
    if (stringMethods.has(method)) return ofKind("string");
    if (method === "split") return ofArray(ofKind("string"));
    if (/^(?:startsWith|endsWith|includes)$/.test(method)) return ofKind("boolean");
    if (/^(?:indexOf|lastIndexOf|charCodeAt|search|localeCompare)$/.test(method)) return ofKind("number");
  }
  if (isOnly(receiver, "array")) return factOfArrayMethod(receiver, method);
  if (isOnly(receiver, "number") && /^(?:toString|toFixed|toPrecision)$/.test(method)) return ofKind("string");
  return anything;
}

const sameElements = new Set("filter slice sort reverse toSorted toReversed".split(" "));
const otherElements = new Set("concat map flat flatMap splice toSpliced with fill".split(" "));

function factOfArrayMethod({ elements }: Fact, method: string): Fact {
  if (method === "join" || method === "toString") return ofKind("string");
  if (sameElements.has(method)) return ofArray(elements ?? anything);
  if (otherElements.has(method)) return ofArray(anything);
  if (/^(?:some|every|includes)$/.test(method)) return ofKind("boolean");
  return /^(?:indexOf|lastIndexOf|findIndex|findLastIndex|push|unshift)$/.test(method) ? ofKind("number") : anything;
}

/** "Object.keys" for an access on a global that nothing shadows. */
function globalName(scope: Scope, node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return scope.lookup(node.text, node) === undefined ? node.text : undefined;
  if (!ts.isPropertyAccessExpression(node) || node.questionDotToken !== undefined) return undefined;
  const object = globalName(scope, node.expression);
  return object === undefined ? undefined : `${object}.${node.name.text}`;
}

/** "join" for `path.join` and its kin, where `path` is what the built-in module gave. */
function textualBuiltin(scope: Scope, callee: ts.Expression): string | undefined {
  const object = ts.isPropertyAccessExpression(callee) ? callee.expression : callee;
  if (!ts.isIdentifier(object)) return undefined;
  const loaded = loadedModule(scope, object);
  if (loaded === undefined) return undefined;
  const member = ts.isPropertyAccessExpression(callee) ? callee.name.text : loaded.name;
  if (ts.isPropertyAccessExpression(callee) && loaded.name !== undefined) return undefined;
  return member !== undefined && textualMembers.get(loaded.module)?.has(member) ? member : undefined;
}

/** The built-in module a name stands for, or the export of it. */
function loadedModule(scope: Scope, name: ts.Identifier): { module: string; name: string | undefined } | undefined {
  const declarations = scope.symbolOf(name)?.declarations ?? [];
  const [declaration] = declarations;
  if (declaration === undefined || declarations.length !== 1) return undefined;
  if (ts.isImportClause(declaration) || ts.isNamespaceImport(declaration) || ts.isImportSpecifier(declaration)) {
    const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
    const module = statement && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : "";
    const export_ = ts.isImportSpecifier(declaration) ? (declaration.propertyName ?? declaration.name).text : undefined;
    return { module: module.replace(/^node:/, ""), name: export_ === "default" ? undefined : export_ };
  }
  const variable = ts.isBindingElement(declaration) ? declaration.parent.parent : declaration;
  if (!ts.isVariableDeclaration(variable) || variable.initializer === undefined) return undefined;
  // Before its declaration has run there is nothing to call.
  if (!isNeverWritten(scope, variable, name)) return undefined;
  const call = variable.initializer;
  if (!ts.isCallExpression(call) || globalName(scope, call.expression) !== "require") return undefined;
  const [argument] = call.arguments;
  if (argument === undefined || !ts.isStringLiteralLike(argument)) return undefined;
  const key = ts.isBindingElement(declaration) ? (declaration.propertyName ?? declaration.name) : undefined;
  return { module: argument.text.replace(/^node:/, ""), name: key && ts.isIdentifier(key) ? key.text : undefined };
}
