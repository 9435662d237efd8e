/** Uses of a value that no replacement of it can serve. */
import { ts } from "../../typescript.ts";
import type { NativePath, RecipeReplacement } from "../../catalog/catalog.ts";
import { isWritten } from "../usages/syntax.ts";

/** Why a constant cannot stand in where this one is used; `further` is the member read of it, if any. */
export function findMisuse(
  node: ts.Expression,
  further: ts.Expression | undefined,
  replacement: RecipeReplacement,
): string | undefined {
  const makes = replacement.kind === "value" ? replacement.value.makes : undefined;
  if (further !== undefined && isWritten(further)) return "is changed here: a member of it is written";
  const patch = findPatch(further ?? node);
  if (patch !== undefined) return patch;
  if (isMaking(node) && makes === undefined) return "is used as a class";
  if (makes === "class" && isCalled(node, further)) return "is called without new, which a class does not take";
  return ts.isTaggedTemplateExpression((further ?? node).parent) ? "is the tag of a template" : undefined;
}

/** Instances are known by their class: two copies of it do not know each other's. */
export function findTwin(replacement: RecipeReplacement, hasTwin: () => boolean): string | undefined {
  if (replacement.kind !== "value" || replacement.value.makes === undefined || !hasTwin()) return undefined;
  return "is a class that other code keeps a copy of, which does not know the instances of another";
}

/** True where instances are made of it, by itself or through a class that extends it. */
function isMaking(node: ts.Expression): boolean {
  const { parent } = node;
  return (ts.isNewExpression(parent) && parent.expression === node) || ts.isExpressionWithTypeArguments(parent);
}

function isCalled(node: ts.Expression, further: ts.Expression | undefined): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return true;
  return (
    further !== undefined && ts.isPropertyAccessExpression(further) && /^(?:call|apply|bind)$/.test(further.name.text)
  );
}

/** Functions of test tools that watch or replace what they are given. */
const spies = /(?:^|\.)(?:stub|spy|spyOn|replace|method|mock\w*|fake\w*)$/;

/** Functions that write members of their first argument. */
const writers =
  /^(?:Object\.(?:assign|definePropert(?:y|ies)|setPrototypeOf)|Reflect\.(?:set|defineProperty|setPrototypeOf))$/;

/** Why an argument of such a call has no replacement: its value is not used but watched, or changed. */
export function findPatch(node: ts.Expression): string | undefined {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !parent.arguments.includes(node)) return undefined;
  const callee = parent.expression.getText().replace(/\s+/g, "");
  if (spies.test(callee)) return "is watched or replaced by a test";
  return parent.arguments[0] === node && writers.test(callee)
    ? "is changed here: members of it are written"
    : undefined;
}

/** True for a native that can be constructed: methods cannot, and all of them are named in lower case. */
export function isClass({ root, members }: NativePath): boolean {
  return /^[A-Z]/.test(members.at(-1) ?? ("global" in root ? root.global : root.name));
}

/** `f.call(…)`, `f.apply(…)` and `f.bind(…)`: the value of f is used, and no member of the package's own. */
export function isInvocation(access: ts.Expression, member: string): boolean {
  const parent = access.parent;
  return /^(?:call|apply|bind)$/.test(member) && ts.isCallExpression(parent) && parent.expression === access;
}
