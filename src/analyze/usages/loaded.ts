/** How a file holds what a loading call gives. */
import { ts } from "../../typescript.ts";
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

/** The expression whose value is what a loading call gives; undefined for the promise of an import() itself. */
function valueOf(call: ts.CallExpression, dynamic: boolean): ts.Expression | undefined {
  if (!dynamic) return call;
  const awaited = call.parent;
  if (!ts.isAwaitExpression(awaited)) return undefined;
  return ts.isParenthesizedExpression(awaited.parent) ? awaited.parent : awaited;
}

/** Why a loading call cannot be handled where it stands; undefined where it can. */
export function refuseLoad(call: ts.CallExpression, dynamic: boolean): string | undefined {
  const statement = valueOf(call, dynamic)?.parent;
  if (statement === undefined || !ts.isExpressionStatement(statement)) return undefined;
  if (!isInList(statement)) return "is loaded for its side effects by a statement that stands without braces";
  return dynamic ? "is loaded for its side effects, later" : undefined;
}

/** What a loading call that is not refused gives names to, or how its value is used on the spot. */
export function loaded(scope: Scope, head: SiteHead, call: ts.CallExpression, dynamic: boolean): Holding {
  const value = valueOf(call, dynamic);
  if (value === undefined)
    return { expression: referenceAt(scope, head, call, { root: { kind: "promise" }, members: [] }) };
  const root: Root = { kind: dynamic ? "namespace" : "module" };
  if (ts.isExpressionStatement(value.parent)) return { declaration: { kind: "statement", node: value.parent } };
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
