/** The decision on a use that a recipe's escape hatch speaks of. */
import { ts } from "../../typescript.ts";
import type { MemberUse } from "../../recipe.ts";
import type { Reference } from "../usages/site.ts";
import { isWritten } from "../usages/syntax.ts";
import { judgeCall } from "./call.ts";
import type { Decision } from "./decision.ts";
import { askHatch } from "./hatch.ts";
import { callSite, casesFor, globalsOf, rootsOf, type Surroundings } from "./surroundings.ts";

/** Undefined where the recipe has no hatch, or no opinion. */
export function judgeByHatch(at: Surroundings, reference: Reference): Decision | undefined {
  if (at.era.rewrite === undefined || reference.type) return undefined;
  const node = reference.chain[reference.chain.length - 1];
  if (node === undefined || reference.alias !== undefined) return undefined;
  const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
  const [start, members] = splitRoot(reference);
  if (start === undefined) return refuse(node, "is handed on as a whole");
  const answer = askHatch(at.era, { export: start, members, args: call?.arguments.length, literals: literalsOf(call) });
  if (answer === undefined) return undefined;
  if (answer.kind === "refuse") return refuse(node, answer.reason);
  if (call === undefined || call.questionDotToken !== undefined || isWritten(node))
    return refuse(node, "is passed on as a value");
  const cases = casesFor(at, { kind: "cases", cases: answer.cases });
  if (typeof cases === "string") return refuse(node, cases);
  const verdict = judgeCall(cases, callSite(at, call));
  const needed =
    verdict.kind === "inline" ? globalsOf(verdict.expr) : verdict.kind === "native" ? rootsOf(verdict.native) : [];
  const shadowed = needed.find((name) => at.scope.lookup(name, node) !== undefined);
  if (verdict.kind === "native" && shadowed === undefined) return { kind: "native", node, native: verdict.native };
  if (verdict.kind === "inline" && shadowed === undefined) return { kind: "inline", node: call, expr: verdict.expr };
  return refuse(call, verdict.kind === "refuse" ? verdict.reason : "cannot be written in place of this call");
}

function literalsOf(call: ts.CallExpression | undefined): MemberUse["literals"] {
  return (call?.arguments ?? []).map((argument) => {
    if (ts.isStringLiteralLike(argument)) return argument.text;
    if (ts.isNumericLiteral(argument)) return Number(argument.text);
    const isTrue = argument.kind === ts.SyntaxKind.TrueKeyword;
    return isTrue || argument.kind === ts.SyntaxKind.FalseKeyword ? isTrue : undefined;
  });
}

function splitRoot(reference: Reference): [string | undefined, readonly string[]] {
  if (reference.root.kind === "export") return [reference.root.name, reference.members];
  if (reference.root.kind === "module") return ["default", reference.members];
  const [first, ...rest] = reference.members;
  return [first, rest];
}

function refuse(node: ts.Node, reason: string): Decision {
  return { kind: "refuse", node, reason };
}
