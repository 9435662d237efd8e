import { ts } from "ts-morph";

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

/** The capabilities one file of code refers to. */
export function capabilitiesOf(file: ts.SourceFile): ReadonlySet<Capability> {
  const found = new Set<Capability>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) {
      const module = node.text.replace(/^node:/, "").replace(/\/.*$/, "");
      if (isSpecifier(node) && Object.hasOwn(MODULES, module)) found.add(MODULES[module]!);
    } else if (ts.isIdentifier(node)) {
      if (Object.hasOwn(GLOBALS, node.text) && isCalled(node)) found.add(GLOBALS[node.text]!);
      if (node.text === "Function" && isCalled(node)) found.add("eval");
    } else if (ts.isPropertyAccessExpression(node)) {
      const { expression, name } = node;
      if (name.text === "env" && ts.isIdentifier(expression) && expression.text === "process") found.add("environment");
      if (name.text === "dlopen") found.add("native code");
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isCalled(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression === node;
}

function isSpecifier({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isCallExpression(parent);
}
