/** What is done with what a call gives: with a replacement's that has little in common with it, only some may be done. */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { followValue, type Questions } from "./followed.ts";

/** Why an object that only that may be done with cannot stand in for what the call gives; undefined if it can. */
export function findOtherDoing(scope: Scope, call: ts.CallExpression, doings: readonly string[]): string | undefined {
  const only = `its replacement only serves ${doings.join(", ")}`;

  const ofUse = (node: ts.Expression): string | undefined => {
    const { parent } = node;
    if (isExecutor(parent)) return undefined;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return ofMember(parent);
    if (ts.isReturnStatement(parent) || (ts.isArrowFunction(parent) && parent.body === node))
      return `what it gives is returned: make it a statement of its own where nobody uses that, for ${only}`;
    const isGiven =
      ts.isCallExpression(parent) &&
      parent.arguments[0] === node &&
      ts.isPropertyAccessExpression(parent.expression) &&
      doings.includes(`x.${parent.expression.name.text}(it)`);
    return isGiven ? followValue(questions, parent) : `what it gives is handed on: ${only}`;
  };

  const ofMember = (access: ts.PropertyAccessExpression): string | undefined => {
    const name = access.name.text;
    const use = access.parent;
    if (!ts.isCallExpression(use) || use.expression !== access) return `${name} is read of what it gives: ${only}`;
    const [first] = use.arguments;
    const doing = `it.${name}(${first !== undefined && ts.isStringLiteralLike(first) ? first.text : "…"})`;
    const isKnown = doings.includes(doing) && access.questionDotToken === undefined;
    return isKnown ? followValue(questions, use) : `${doing} is done with what it gives: ${only}`;
  };

  const ofPattern = (): string => `what it gives is taken apart: ${only}`;
  const questions: Questions = { scope, seen: new Set(), ofUse, ofPattern };
  return followValue(questions, call);
}

/** An arrow function whose value nobody sees: what a promise is made with. */
function isExecutor(node: ts.Node): boolean {
  if (!ts.isArrowFunction(node) || !ts.isNewExpression(node.parent) || node.parent.arguments?.[0] !== node)
    return false;
  const made = node.parent.expression;
  return ts.isIdentifier(made) && made.text === "Promise";
}
