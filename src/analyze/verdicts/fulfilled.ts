/** What is done with what the promise of a call fulfils with: of a replacement with other members, only some may be read. */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { isWritten, outermost } from "../usages/syntax.ts";
import { followName, followValue, isDropped, type Questions } from "./followed.ts";

/** Why a value that has only those members in common cannot stand in for what the call's promise gives; undefined if it can. */
export function findOtherUse(scope: Scope, call: ts.CallExpression, members: readonly string[]): string | undefined {
  const ofPromise = (node: ts.Expression): string | undefined => {
    const at = outermost(node);
    const { parent } = at;
    if (ts.isAwaitExpression(parent)) return followValue(questions, parent);
    if (isDropped(parent)) return undefined;
    if (!ts.isPropertyAccessExpression(parent) || parent.expression !== at || parent.questionDotToken)
      return "the promise it gives is handed on, and whoever waits for it may read anything of the result";
    const use = parent.parent;
    if (!ts.isCallExpression(use) || use.expression !== parent) return "a method of its promise is handed on";
    if (parent.name.text === "catch" || parent.name.text === "finally") return ofPromise(use);
    return parent.name.text === "then" ? ofReaction(use.arguments[0]) : "its promise is used in an unknown way";
  };

  const ofReaction = (reaction: ts.Expression | undefined): string | undefined => {
    if (reaction === undefined || !(ts.isArrowFunction(reaction) || ts.isFunctionExpression(reaction)))
      return "its result goes to a function that may read anything of it: write that function where it is called";
    if (reaction.asteriskToken || (ts.isFunctionExpression(reaction) && readsArguments(reaction.body)))
      return "its result goes to a function that does not name it";
    const [first] = reaction.parameters;
    if (first === undefined) return undefined;
    return first.dotDotDotToken || first.initializer
      ? "its result is taken in an unknown way"
      : followName(questions, first.name);
  };

  const ofPattern = (pattern: ts.BindingPattern): string | undefined => {
    if (ts.isArrayBindingPattern(pattern)) return "its result is taken apart as a list";
    for (const element of pattern.elements) {
      const key = element.propertyName ?? element.name;
      if (element.dotDotDotToken || !ts.isIdentifier(key) || !ts.isIdentifier(element.name))
        return "its result is taken apart in an unknown way";
      if (!members.includes(key.text)) return unknown(key.text);
    }
    return undefined;
  };

  const ofUse = (node: ts.Expression): string | undefined => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return ofMember(parent);
    return "its result is handed on, and whoever gets it may read anything of it";
  };

  const ofMember = (access: ts.PropertyAccessExpression): string | undefined => {
    const name = access.name.text;
    if (isWritten(access)) return `the member ${name} of its result is written`;
    if (members.includes(name)) return undefined;
    const { parent } = access;
    const part = ts.isPropertyAccessExpression(parent) && parent.expression === access ? parent.name.text : "";
    if (members.includes(`${name}.${part}`)) return undefined;
    return unknown(part !== "" && members.some((each) => each.startsWith(`${name}.`)) ? `${name}.${part}` : name);
  };

  const questions: Questions = { scope, seen: new Set(), ofUse, ofPattern };
  return ofPromise(call);
}

function unknown(member: string): string {
  return `${member} is read of its result, which the replacement does not have or gives otherwise`;
}

function readsArguments(node: ts.Node): boolean {
  const isRead = (inner: ts.Node): boolean =>
    (ts.isIdentifier(inner) && inner.text === "arguments") || (ts.forEachChild(inner, isRead) ?? false);
  return isRead(node);
}
