/** What judging a reference needs to know of its surroundings, and what follows from them alone. */
import { ts } from "../../typescript.ts";
import type { Era, NativePath, RecipeCase, RecipeReplacement } from "../../catalog/catalog.ts";
import type { RuntimeFloor } from "../../project/project.ts";
import type { Fact } from "../facts/fact.ts";
import type { Types } from "../facts/typed.ts";
import type { Scope } from "../usages/scope.ts";
import { factOfArgument, readArgument } from "./arguments.ts";
import { type CallSite, mapExpr } from "./call.ts";
import { builtinsOf, builtinsOfNative, findTooOld, reachOf, reachOfNative, reachOfValue } from "./runtime.ts";
import type { Argument, Expr } from "./template.ts";

/** What judging a reference needs to know of its surroundings. */
export interface Surroundings {
  readonly scope: Scope;
  readonly types: Types;
  readonly path: string;
  readonly isTypeScript: boolean;
  readonly era: Era;
  readonly floor: RuntimeFloor;
  /** The modules of Node that tests of the workspace replace, each with a file that does. */
  readonly mocked: ReadonlyMap<string, string>;
  /** True when the package's `default` is what require() of it gives, too. Asked where a program reads it. */
  isOwnDefault(): boolean;
  /** True when code that is not rewritten with this workspace's has the package, too. Asked where a class of it is used. */
  hasTwin(): boolean;
}

/** The cases the promised runtime has, or why there are none. */
export function casesFor(at: Surroundings, replacement: RecipeReplacement): readonly RecipeCase[] | string {
  if (replacement.kind === "native") {
    const tooOld = findTooOld(at.era.floor, at.floor, reachOfNative(replacement.native));
    return tooOld ?? findMocked(at, builtinsOfNative(replacement.native)) ?? [];
  }
  if (replacement.kind === "value") return findTooOld(at.era.floor, at.floor, reachOfValue(replacement.value)) ?? [];
  if (replacement.kind === "vendored")
    return findTooOld(at.era.floor, at.floor, replacement.code.isOfNode ? "node" : "language") ?? [];
  const reasons: string[] = [];
  const cases = replacement.cases.filter((one) => {
    const tooOld = findTooOld(one.since ?? at.era.floor, at.floor, reachOf(one)) ?? findMockedOf(at, one);
    if (tooOld !== undefined) reasons.push(tooOld);
    return tooOld === undefined;
  });
  return cases.length > 0 ? cases : (reasons[0] ?? "it has no replacement");
}

function findMockedOf(at: Surroundings, one: RecipeCase): string | undefined {
  return at.mocked.size === 0 ? undefined : findMocked(at, builtinsOf(one));
}

/** A test that replaces a module of Node sees what the package does with it otherwise than what this code does. */
function findMocked(at: Surroundings, builtins: ReadonlySet<string>): string | undefined {
  const name = [...builtins].find((one) => at.mocked.has(one));
  return name === undefined ? undefined : `its replacement uses node:${name}, which ${at.mocked.get(name)} replaces`;
}

/** A call as the cases look at it; of a link of a chain with the chain before it as its first argument, and its fact. */
export function callSite(
  at: Surroundings,
  node: ts.CallExpression,
  args: readonly ts.Expression[] = [...node.arguments],
  first?: Fact,
): CallSite {
  const facts = new Map<number, Fact>(first === undefined ? [] : [[0, first]]);
  const fact = (index: number): Fact => {
    const known = facts.get(index);
    if (known !== undefined) return known;
    const argument = args[index];
    if (argument === undefined) throw new RangeError(`the call has no argument ${index}`);
    const found = factOfArgument(at.scope, at.types, at.path, argument);
    facts.set(index, found);
    return found;
  };
  const read = new Map<number, Argument>();
  const argument = (index: number): Argument => {
    const inner = args[index];
    if (inner === undefined) throw new RangeError(`the call has no argument ${index}`);
    const known = read.get(index) ?? readArgument(at.scope, inner, index, fact(index));
    read.set(index, known);
    return known;
  };
  return {
    node,
    args,
    fact,
    argument,
    strands: (kept) =>
      strands(
        at.scope,
        args.filter((_, index) => !kept.has(argument(index))),
      ),
  };
}

/**
 * True when a variable, a function or an import has no use but in these expressions, and as arguments that may go, too; or
 * when a comment stands in one of them.
 */
function strands(scope: Scope, gone: readonly ts.Expression[]): boolean {
  const isIn = (node: ts.Node, outer: ts.Node): boolean => outer.pos <= node.pos && node.end <= outer.end;
  const isStranded = (name: ts.Identifier): boolean => {
    const symbol = scope.symbolOf(name);
    const [declaration] = symbol?.declarations ?? [];
    // Whether a parameter is used is not what its function is judged by.
    if (declaration === undefined || ts.isParameter(declaration)) return false;
    const same = scope.identifiers(name.getSourceFile()).get(name.text) ?? [];
    return same.every(
      (other) =>
        scope.symbolOf(other) !== symbol ||
        isIn(other, declaration) ||
        gone.some((argument) => isIn(other, argument)) ||
        isInArgument(scope, other),
    );
  };
  const visit = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && isStranded(node)) || (ts.forEachChild(node, visit) ?? false);
  const hasComment = (node: ts.Expression): boolean => /\/[/*]/.test(node.getFullText());
  return gone.some((argument) => hasComment(argument) || visit(argument));
}

/** True inside an argument of a call that may be one of a package, however deep, within the same statement. */
function isInArgument(scope: Scope, node: ts.Node): boolean {
  for (let at = node; at.parent !== undefined && !ts.isStatement(at); at = at.parent)
    if (ts.isCallExpression(at.parent) && at.parent.expression !== at && !isOfGlobal(scope, at.parent)) return true;
  return false;
}

/** True for a call of a global or of its member: `console.log(…)`. */
function isOfGlobal(scope: Scope, { expression }: ts.CallExpression): boolean {
  let root: ts.Expression = expression;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  return ts.isIdentifier(root) && root.text !== "require" && scope.symbolOf(root) === undefined;
}

/** The globals a native refers to. */
export function rootsOf(native: NativePath): readonly string[] {
  return "global" in native.root ? [native.root.global] : [];
}

/** The globals a body refers to, `undefined` among them. */
export function globalsOf(expr: Expr): readonly string[] {
  const names: string[] = [];
  mapExpr(expr, (inner) => {
    if (inner.kind === "global") names.push(inner.name);
    if (inner.kind === "literal" && inner.value === undefined) names.push("undefined");
    return undefined;
  });
  return names;
}

/** True where the package goes by the global's own name: without the file's declaration of it, that is the global. */
export function isNamedAlike(at: Surroundings, node: ts.Expression, name: string): boolean {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const symbol = at.scope.symbolOf(node);
  const [declaration, ...others] = symbol?.declarations ?? [];
  if (declaration === undefined || others.length > 0 || at.scope.lookup(name, node) !== symbol) return false;
  const statement = ts.findAncestor(declaration, ts.isStatement);
  return statement !== undefined && ts.isSourceFile(statement.parent);
}
