/** What judging a reference needs to know of its surroundings, and what follows from them alone. */
import type { ts } from "ts-morph";
import type { Era, NativePath, RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { RuntimeFloor } from "../../project/project.ts";
import type { Types } from "../facts/typed.ts";
import type { Scope } from "../usages/scope.ts";
import { factOfArgument, readArgument } from "./arguments.ts";
import { type CallSite, mapExpr } from "./call.ts";
import { findTooOld, reachOf, reachOfNative, reachOfValue } from "./runtime.ts";
import type { Expr } from "./template.ts";

/** What judging a reference needs to know of its surroundings. */
export interface Surroundings {
  readonly scope: Scope;
  readonly types: Types;
  readonly path: string;
  readonly isTypeScript: boolean;
  readonly era: Era;
  readonly floor: RuntimeFloor;
  /** True when the package's `default` is what require() of it gives, too. Asked where a program reads it. */
  isOwnDefault(): boolean;
}

/** The cases the promised runtime has, or why there are none. */
export function casesFor(at: Surroundings, replacement: RecipeReplacement): readonly RecipeCase[] | string {
  if (replacement.kind === "native") {
    const tooOld = findTooOld(at.era.floor, at.floor, reachOfNative(replacement.native));
    return tooOld ?? [];
  }
  if (replacement.kind === "value") return findTooOld(at.era.floor, at.floor, reachOfValue(replacement.value)) ?? [];
  const reasons: string[] = [];
  const cases = replacement.cases.filter((one) => {
    const tooOld = findTooOld(one.since ?? at.era.floor, at.floor, reachOf(one));
    if (tooOld !== undefined) reasons.push(tooOld);
    return tooOld === undefined;
  });
  return cases.length > 0 ? cases : (reasons[0] ?? "it has no replacement");
}

export function callSite(at: Surroundings, node: ts.CallExpression): CallSite {
  const args = [...node.arguments];
  const facts = new Map<number, ReturnType<typeof factOfArgument>>();
  const fact = (index: number): ReturnType<typeof factOfArgument> => {
    const known = facts.get(index);
    if (known !== undefined) return known;
    const argument = args[index];
    if (argument === undefined) throw new RangeError(`the call has no argument ${index}`);
    const found = factOfArgument(at.scope, at.types, at.path, argument);
    facts.set(index, found);
    return found;
  };
  return {
    node,
    args,
    fact,
    argument(index) {
      const argument = args[index];
      if (argument === undefined) throw new RangeError(`the call has no argument ${index}`);
      return readArgument(at.scope, argument, index, fact(index));
    },
  };
}

/** The globals a native or a body refers to. */
export function rootsOf(native: NativePath): readonly string[] {
  return "global" in native.root ? [native.root.global] : [];
}

export function globalsOf(expr: Expr): readonly string[] {
  const names: string[] = [];
  mapExpr(expr, (inner) => {
    if (inner.kind === "global") names.push(inner.name);
    return undefined;
  });
  return names;
}
