/** Whether a replacement gives the same on every run and changes nothing outside: only such can be compared by what programs print. */
import { ts } from "../../src/typescript.ts";
import type { NativePath } from "../../src/catalog/catalog.ts";

/** Built-in modules whose functions depend on their arguments alone. */
const pureModules =
  /^node:(?:path(?:\/posix|\/win32)?|util(?:\/types)?|buffer|url|querystring|string_decoder|events|assert)$/;
const impureNames =
  /^(?:set(?:Timeout|Interval|Immediate)|clear(?:Timeout|Interval|Immediate)|queueMicrotask|process|performance|crypto|fetch|console|require|globalThis|global|Abort(?:Controller|Signal)|MessageChannel|eval|Function|WeakRef|FinalizationRegistry)$/;
const impureCalls = /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bimport\(|\bimport\.meta\b/;

export interface Purity {
  node(node: ts.Node): boolean;
  native(native: NativePath): boolean;
}

/** Follows every name of a function to its declaration, through the modules of the recipe. */
export function createPurity(checker: ts.TypeChecker): Purity {
  const known = new Map<ts.Node, boolean>();
  const isPure = (node: ts.Node): boolean => {
    const before = known.get(node);
    if (before !== undefined) return before;
    // A function that calls itself is as pure as the rest of it.
    known.set(node, true);
    const pure = !impureCalls.test(node.getText()) && isPureWithin(node);
    known.set(node, pure);
    return pure;
  };
  const isPureWithin = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return true;
    if (ts.isIdentifier(node) && !isPureName(node)) return false;
    return ts.forEachChild(node, (child) => !isPureWithin(child)) !== true;
  };
  const isPureName = (name: ts.Identifier): boolean => {
    const { parent } = name;
    const isMember = ts.isPropertyAccessExpression(parent) && parent.name === name;
    if (isMember || (ts.isPropertyAssignment(parent) && parent.name === name)) return true;
    const symbol = checker.getSymbolAtLocation(name);
    const declarations = symbol?.declarations ?? [];
    for (const declaration of declarations) {
      const statement = ts.findAncestor(declaration, ts.isImportDeclaration);
      if (statement !== undefined && ts.isStringLiteral(statement.moduleSpecifier)) {
        const module = statement.moduleSpecifier.text;
        if (module.startsWith("node:")) return pureModules.test(module);
        const [target] = symbol === undefined ? [] : (checker.getAliasedSymbol(symbol).declarations ?? []);
        return target === undefined || isPure(target);
      }
    }
    const own = declarations.filter((one) => /\/recipes\//.test(one.getSourceFile().fileName));
    if (own.length === 0) return !impureNames.test(name.text);
    return own.every((one) => one === parent || ts.isParameter(one) || isPure(one));
  };
  return {
    node: isPure,
    native: ({ root, members }) =>
      "module" in root
        ? pureModules.test(root.module)
        : !impureNames.test(root.global) && !impureCalls.test([root.global, ...members].join(".")),
  };
}
