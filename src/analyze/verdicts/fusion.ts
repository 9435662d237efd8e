/**
 * Links that a package runs together: where one of them needs only a part of the elements, those before it are called for
 * that part alone, and several of them element by element. As calls inside each other each runs to its end.
 */
import { ts } from "../../typescript.ts";
import type { Chains } from "../../recipe.ts";
import type { Scope } from "../usages/scope.ts";
import { skipOuter } from "../usages/syntax.ts";
import { readArgument } from "./arguments.ts";
import type { Link } from "./links.ts";
import { anything } from "../facts/fact.ts";
import type { Surroundings } from "./surroundings.ts";

/** Why the links of a chain cannot run one after the other; undefined where that makes no difference. */
export function findFusion(
  { scope }: Pick<Surroundings, "scope">,
  { together }: Chains,
  links: readonly Link[],
  isExplicit: boolean,
): string | undefined {
  const { visiting, parting, picking, plain } = together;
  let run: Link[] = [];
  const runs = [run];
  for (const link of links) {
    const isOf = [visiting, parting, plain].some((names) => names.includes(link.name));
    const isPick = picking.includes(link.name);
    const [iteratee] = link.node.arguments;
    // A function that tells its second argument is never run together with others.
    const isApart = visiting.includes(link.name) && iteratee !== undefined && arityOf(iteratee) === "other";
    if ((isPick ? !isExplicit : isOf) && !isApart) run.push(link);
    else runs.push((run = []));
  }
  for (const one of runs) {
    const reason = findPart(scope, one, together);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function findPart(scope: Scope, run: readonly Link[], together: Chains["together"]): string | undefined {
  const isPart = ({ name }: Link): boolean => together.parting.includes(name) || together.picking.includes(name);
  const [only, ...others] = run;
  // One element of the list itself is taken at once.
  if (only === undefined || (others.length === 0 && together.picking.includes(only.name))) return undefined;
  if (!run.some(isPart)) return undefined;
  const visits = run.filter(({ name }) => together.visiting.includes(name));
  const [visit, second] = visits;
  const part = run.findLast((link) => isPart(link) && link !== visit);
  if (second !== undefined || (visit !== undefined && part !== undefined && run.indexOf(part) > run.indexOf(visit))) {
    const names = run.map(({ name }) => name).join(", ");
    return `is a chain whose links ${names} run together, element by element; write them as calls of their own`;
  }
  const [iteratee] = visit?.node.arguments ?? [];
  if (visit !== undefined && (visit.node.arguments.length !== 1 || iteratee === undefined || !isTold(iteratee)))
    return `is a chain that runs ${visit.name} on a part, with a function that is not seen to take one argument`;
  for (const link of run) {
    if (!isPart(link) || link === visit || isPlainPart(scope, link, together.ranging)) continue;
    return `is a chain that takes a part of a list, by ${link.name}, with something else than counts`;
  }
  return undefined;
}

/** True where the arguments mean the same, whatever runs: none, one, or several literal counts. */
function isPlainPart(scope: Scope, { name, node }: Link, ranging: readonly string[]): boolean {
  const [first] = node.arguments;
  if (first === undefined) return true;
  if (node.arguments.length === 1) return isFixed(scope, first);
  // Of the others the second argument tells that they are called by a walk.
  if (!ranging.includes(name)) return false;
  return node.arguments.every((argument) => ts.isNumericLiteral(argument) && /^\d+$/.test(argument.text));
}

/** True for a function that cannot tell whether it is given more than one argument, and for what stands for one. */
function isTold(iteratee: ts.Expression): boolean {
  return arityOf(iteratee) === "one" || isShorthand(skipOuter(iteratee));
}

function isShorthand(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

/** How many arguments a function written here says it takes: `other` than one, or unknown. */
function arityOf(iteratee: ts.Expression): "one" | "other" | undefined {
  const node = skipOuter(iteratee);
  if (!ts.isFunctionExpression(node) && !ts.isArrowFunction(node)) return undefined;
  const tellsAll = (inner: ts.Node): boolean =>
    (ts.isIdentifier(inner) && inner.text === "arguments") || (ts.forEachChild(inner, tellsAll) ?? false);
  const counted = node.parameters.filter(({ name }) => !(ts.isIdentifier(name) && name.text === "this"));
  const isPlain = counted.every(({ initializer, dotDotDotToken }) => !initializer && !dotDotDotToken);
  if (!isPlain || tellsAll(node)) return undefined;
  return counted.length === 1 ? "one" : "other";
}

const converters = new Set(["Boolean", "Number", "String"]);

/** True for an argument that is the same whenever it is evaluated: literals, functions, names that nothing writes to. */
export function isFixed(scope: Scope, expression: ts.Expression): boolean {
  const node = skipOuter(expression);
  const of = (inner: ts.Expression): boolean => isFixed(scope, inner);
  if (ts.isFunctionExpression(node) || ts.isArrowFunction(node) || ts.isRegularExpressionLiteral(node)) return true;
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((item) => !ts.isOmittedExpression(item) && of(item));
  if (ts.isObjectLiteralExpression(node))
    return node.properties.every(
      (property) =>
        (ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name) && of(property.initializer)) ||
        (ts.isShorthandPropertyAssignment(property) && of(property.name)),
    );
  if (ts.isIdentifier(node) && converters.has(node.text) && scope.lookup(node.text, node) === undefined) return true;
  return readArgument(scope, node, 0, anything).constant;
}
