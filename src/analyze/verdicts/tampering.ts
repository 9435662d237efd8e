/** Uses that may change what the package's other uses get: while one stands, none of the others can be rewritten. */
import { ts } from "../../typescript.ts";
import type { Site } from "../usages/site.ts";
import { isWritten } from "../usages/syntax.ts";
import type { ReferenceDecision } from "./decision.ts";
import { findPatch } from "./misuse.ts";
import { isHandedOn, isWholeObject } from "./position.ts";

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
  const isObject = isWholeObject(reference) && (reached === undefined || reached === "*");
  const { parent } = first;
  const isRead = ts.isElementAccessExpression(parent) && parent.expression === first;
  return isObject && (isRead ? isWritten(parent) : isHandedOn(first));
}
