/** Uses that may change what the package's other uses get: while one stands, none of the others can be rewritten. */
import { ts } from "../../typescript.ts";
import type { Site } from "../usages/site.ts";
import { isAssignment, isWritten, outermost } from "../usages/syntax.ts";
import type { ReferenceDecision } from "./decision.ts";
import { findPatch } from "./misuse.ts";
import { isHandedOn, isTakenApart, isWholeObject } from "./position.ts";

/** True for a place that loads it in a way nobody can follow, or has a test's own code loaded in its place. */
export function isTamperingSite({ form, refused }: Site): boolean {
  return refused !== undefined && form !== "type" && form !== "ambient";
}

/** Functions of packages that change what the others do: `mixin` of lodash, `setTheme` of colors. */
const changers = new Set("mixin setTheme theme alias enable disable noConflict gracefulify".split(" "));

/** True where a member is written, watched or changes others, or the object with the exports goes where that may be done. */
export function isTampering({ reference, export: reached }: ReferenceDecision): boolean {
  const [first] = reference.chain;
  if (reference.type || first === undefined) return false;
  if (reference.members.some((member) => changers.has(member))) return true;
  if (reference.chain.some((node) => isWritten(node) || findPatch(node) !== undefined)) return true;
  const last = reference.chain[reference.chain.length - 1];
  if (reference.members[reference.members.length - 1] === "prototype" && last !== undefined && isNamed(last))
    return true;
  const isObject = isWholeObject(reference) && (reached === undefined || reached === "*");
  const { parent } = first;
  const isRead = ts.isElementAccessExpression(parent) && parent.expression === first;
  return isObject && (isRead ? isWritten(parent) : isHandedOn(first));
}

/** True where a value gets a name, by which members of it may be written. */
function isNamed(node: ts.Expression): boolean {
  const { parent } = outermost(node);
  if (ts.isVariableDeclaration(parent)) return ts.isIdentifier(parent.name);
  if (ts.isBinaryExpression(parent)) return isAssignment(parent) && !isTakenApart(node);
  return ts.isPropertyAssignment(parent) || ts.isReturnStatement(parent);
}
