import { ts } from "../../typescript.ts";

/** What code could do to the world, by what it refers to. That one is absent does not mean that it is safe. */
export type Capability =
  "network" | "child process" | "file system" | "eval" | "environment" | "cryptography" | "native code";

const MODULES: Readonly<Record<string, Capability>> = {
  child_process: "child process",
  cluster: "child process",
  worker_threads: "child process",
  crypto: "cryptography",
  dgram: "network",
  dns: "network",
  http: "network",
  http2: "network",
  https: "network",
  net: "network",
  tls: "network",
  fs: "file system",
  inspector: "eval",
  vm: "eval",
  bindings: "native code",
  "node-gyp-build": "native code",
};
const GLOBALS: Readonly<Record<string, Capability>> = {
  eval: "eval",
  fetch: "network",
  XMLHttpRequest: "network",
  WebSocket: "network",
  EventSource: "network",
};

const NAMESPACES: ReadonlySet<string> = new Set(["globalThis", "global", "window", "self"]);

/** The capabilities one file of code refers to. */
export function capabilitiesOf(file: ts.SourceFile): ReadonlySet<Capability> {
  const found = new Set<Capability>();
  const visit = (node: ts.Node): void => {
    for (const one of capabilitiesAt(node)) if (one !== undefined) found.add(one);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function capabilitiesAt(node: ts.Node): readonly (Capability | undefined)[] {
  if (ts.isStringLiteralLike(node)) {
    const module = node.text.replace(/^node:/, "").replace(/\/.*$/, "");
    return isSpecifier(node) ? [own(MODULES, module), isEnvironmentOf(node, module)] : [];
  }
  if (ts.isIdentifier(node)) return isCalled(node) ? [globalOf(node.text)] : [];
  if (ts.isPropertyAccessExpression(node)) return memberOf(node, node.expression, node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression))
    return memberOf(node, node.expression, node.argumentExpression.text);
  // const { env } = process
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name) && isNamed(node.initializer, "process"))
    return node.name.elements.map(({ propertyName, name }) =>
      isNamed(propertyName ?? name, "env") ? "environment" : undefined,
    );
  return [];
}

function memberOf(node: ts.Expression, object: ts.Expression, name: string): readonly (Capability | undefined)[] {
  const ofGlobal = ts.isIdentifier(object) && NAMESPACES.has(object.text);
  return [
    name === "env" && isNamed(object, "process") ? "environment" : undefined,
    name === "dlopen" || (name === "binding" && isNamed(object, "process")) ? "native code" : undefined,
    ofGlobal && isCalled(node) ? globalOf(name) : undefined,
    name === "sendBeacon" && isCalled(node) ? "network" : undefined,
  ];
}

/** import { env } from "node:process" */
function isEnvironmentOf({ parent }: ts.Node, module: string): Capability | undefined {
  if (module !== "process" || !ts.isImportDeclaration(parent)) return undefined;
  const bindings = parent.importClause?.namedBindings;
  const isTaken =
    bindings !== undefined &&
    ts.isNamedImports(bindings) &&
    bindings.elements.some(({ propertyName, name }) => (propertyName ?? name).text === "env");
  return isTaken ? "environment" : undefined;
}

function globalOf(name: string): Capability | undefined {
  return name === "Function" ? "eval" : own(GLOBALS, name);
}

function own(table: Readonly<Record<string, Capability>>, name: string): Capability | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function isNamed(node: ts.Node | undefined, name: string): boolean {
  return node !== undefined && ts.isIdentifier(node) && node.text === name;
}

function isCalled(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

/** Of a call: `require`, whatever it is called here, and methods that load; not `address.startsWith("https")`. */
function isSpecifier({ parent }: ts.Node): boolean {
  if (!ts.isCallExpression(parent)) return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent);
  const { expression } = parent;
  return !ts.isPropertyAccessExpression(expression) || /require|import|load|module|binding/i.test(expression.name.text);
}
