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
  if (isSpiedOn(further ?? node)) return "is watched or replaced by a test";
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

/** True for an argument of one: the value is not used but watched. */
export function isSpiedOn(node: ts.Expression): boolean {
  const { parent } = node;
  if (!ts.isCallExpression(parent) || !parent.arguments.includes(node)) return false;
  return spies.test(parent.expression.getText().replace(/\s+/g, ""));
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
