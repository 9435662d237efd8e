/** How a file holds what a loading call gives. */
import { ts } from "ts-morph";
import { declaredNames, bind, referenceAt, type SiteHead } from "./references.ts";
import type { Scope } from "./scope.ts";
import type { Binding, Declaration, Reference, Root } from "./site.ts";

/** How a site holds what it loads. */
export interface Holding {
  readonly bindings?: readonly Binding[];
  readonly expression?: Reference;
  readonly declaration?: Declaration;
  readonly refused?: string;
}

/** What a loading call gives names to, or how its value is used on the spot. */
export function loaded(scope: Scope, head: SiteHead, call: ts.CallExpression, dynamic: boolean): Holding {
  let value: ts.Expression = call;
  let root: Root = { kind: "module" };
  if (dynamic) {
    const awaited = call.parent;
    if (!ts.isAwaitExpression(awaited))
      return { expression: referenceAt(scope, head, call, { root: { kind: "promise" }, members: [] }) };
    value = ts.isParenthesizedExpression(awaited.parent) ? awaited.parent : awaited;
    root = { kind: "namespace" };
  }
  if (ts.isExpressionStatement(value.parent) && !isInList(value.parent))
    return { refused: "is loaded for its side effects by a statement that stands without braces" };
  if (ts.isExpressionStatement(value.parent))
    return dynamic
      ? { refused: "is loaded for its side effects, later" }
      : { declaration: { kind: "statement", node: value.parent } };
  const reference = referenceAt(scope, { ...head, form: dynamic ? head.form : "reference" }, value, {
    root,
    members: [],
  });
  const last = reference.chain[reference.chain.length - 1] ?? value;
  const declaration = last.parent;
  if (ts.isVariableDeclaration(declaration) && declaration.initializer === last) {
    const names = declaredNames(scope, declaration);
    if (names !== undefined)
      return {
        bindings: names.map(({ name, members }) =>
          bind(scope, head, name, { root, members: [...reference.members, ...members] }),
        ),
        declaration: { kind: "variable", node: declaration },
      };
  }
  return { expression: reference };
}

/** True for a statement among others, which can go without changing what the next one belongs to. */
function isInList(node: ts.Statement): boolean {
  const { parent } = node;
  return ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isModuleBlock(parent) || ts.isCaseOrDefaultClause(parent);
}
