/** How often a file is written one way and the other. */
import { isBuiltin } from "node:module";
import { ts } from "../typescript.ts";
import { bodiesOf, type BodyCounts } from "./bodies.ts";
import { countGaps, type GapCounts } from "./import-gaps.ts";
import { isFiller } from "../analyze/usages/component.ts";

export interface Habits extends GapCounts, BodyCounts {
  readonly single: number;
  readonly double: number;
  /** Statements with a semicolon, and without. */
  readonly ended: number;
  readonly open: number;
  /** Built-in modules named with "node:", and without. */
  readonly prefixed: number;
  readonly bare: number;
  /** Arrow functions with their one parameter in parentheses, and without. */
  readonly enclosed: number;
  readonly naked: number;
  /** The same, of those whose body is a block. */
  readonly enclosedBlock: number;
  readonly nakedBlock: number;
  /** Functions and methods with a blank between their name and their parameters, and without. */
  readonly spaced: number;
  readonly tight: number;
  /** Braces around names or properties on one line with a blank inside, and without. */
  readonly roomy: number;
  readonly snug: number;
  /** Lists of values over several lines with a comma behind the last, and without. */
  readonly trailed: number;
  readonly untrailed: number;
  /** The same, of arguments and parameters. */
  readonly trailedCall: number;
  readonly untrailedCall: number;
  /** One step of indentation; undefined where nothing is indented. */
  readonly indent: string | undefined;
  /** True when it imports or exports as an ES module does. */
  readonly isModule: boolean;
}

const counted = new WeakMap<ts.SourceFile, Habits>();

/** Counts once for each source. */
export function countHabits(source: ts.SourceFile): Habits {
  const known = counted.get(source);
  if (known !== undefined) return known;
  const habits = count(source);
  counted.set(source, habits);
  return habits;
}

function count(source: ts.SourceFile): Habits {
  const { text } = source;
  const found = { single: 0, double: 0, ended: 0, open: 0, prefixed: 0, bare: 0, enclosed: 0, naked: 0 };
  const blocks = { enclosedBlock: 0, nakedBlock: 0 };
  const functions = { spaced: 0, tight: 0 };
  const braces = { roomy: 0, snug: 0 };
  const commas = { trailed: 0, untrailed: 0, trailedCall: 0, untrailedCall: 0 };
  const bodies = { bodiesBraced: 0, bodiesBelow: 0, bodiesBeside: 0 };
  let isModule = false;
  const load = (name: string): void => {
    if (isBuiltin(name)) found[name.startsWith("node:") ? "prefixed" : "bare"] += 1;
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isJsxAttribute(node.parent)) {
      found[text[node.getStart(source)] === "'" ? "single" : "double"] += 1;
    }
    if (isEnded(node) && !isFiller(node)) found[isClosed(node, source) ? "ended" : "open"] += 1;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isExportAssignment(node)) {
      isModule = true;
      if (!ts.isExportAssignment(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
        load(node.moduleSpecifier.text);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "require") {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) load(argument.text);
    }
    const [parameter] = ts.isArrowFunction(node) ? node.parameters : [];
    if (parameter !== undefined && ts.isArrowFunction(node) && isPlain(node, parameter)) {
      const isEnclosed = text[parameter.end] === ")";
      found[isEnclosed ? "enclosed" : "naked"] += 1;
      if (ts.isBlock(node.body)) blocks[isEnclosed ? "enclosedBlock" : "nakedBlock"] += 1;
    }
    if (
      (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) &&
      node.name !== undefined &&
      node.typeParameters === undefined
    ) {
      functions[text[node.name.end] === " " ? "spaced" : "tight"] += 1;
    }
    if (isBraced(node)) {
      const inner = /^\{([ \t]*)[^\s}]/.exec(text.slice(node.getStart(source), node.end))?.[1];
      if (inner !== undefined) braces[inner === "" ? "snug" : "roomy"] += 1;
    }
    for (const { body, isBelow } of bodiesOf(node, source))
      bodies[ts.isBlock(body) ? "bodiesBraced" : isBelow ? "bodiesBelow" : "bodiesBeside"] += 1;
    for (const { kind, list } of listsOf(node)) {
      const isTrailed = list.hasTrailingComma === true;
      if (!/^,?[ \t]*(?:\/\/[^\n]*)?\r?\n/.test(text.slice(list[list.length - 1]?.end))) continue;
      if (kind === "values") commas[isTrailed ? "trailed" : "untrailed"] += 1;
      else commas[isTrailed ? "trailedCall" : "untrailedCall"] += 1;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    ...found,
    ...blocks,
    ...functions,
    ...braces,
    ...commas,
    ...bodies,
    ...countGaps(source),
    indent: indentOf(text),
    isModule,
  };
}

/** The lists of a node that may end with a comma: of values, or of arguments and parameters. */
export function listsOf(
  node: ts.Node,
): readonly { readonly kind: "values" | "arguments"; readonly list: ts.NodeArray<ts.Node> }[] {
  if (ts.isObjectLiteralExpression(node)) return some("values", node.properties);
  if (ts.isArrayLiteralExpression(node) || ts.isNamedImports(node) || ts.isNamedExports(node))
    return some("values", node.elements);
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return some("arguments", node.arguments);
  return ts.isFunctionLike(node) ? some("arguments", node.parameters) : [];
}

function some<Kind extends string>(kind: Kind, list: ts.NodeArray<ts.Node> | undefined) {
  return list === undefined || list.length === 0 ? [] : [{ kind, list }];
}

/** Braces around names or properties: of an object, of what is taken out of one, of an import or export. */
export function isBraced(
  node: ts.Node,
): node is ts.ObjectLiteralExpression | ts.ObjectBindingPattern | ts.NamedImports | ts.NamedExports {
  return (
    ts.isObjectLiteralExpression(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isNamedImports(node) ||
    ts.isNamedExports(node)
  );
}

/** True for a statement with a semicolon on its last line; one below is there for the statement behind it. */
function isClosed(node: ts.Node, { text }: ts.SourceFile): boolean {
  return text[node.end - 1] === ";" && !/\n\s*$/.test(text.slice(node.pos, node.end - 1));
}

function isEnded(node: ts.Node): boolean {
  return (
    ts.isExpressionStatement(node) ||
    ts.isVariableStatement(node) ||
    ts.isReturnStatement(node) ||
    ts.isImportDeclaration(node)
  );
}

/** True for an arrow function that may be written either way: one parameter that is a name alone. */
export function isPlain(
  { parameters, type, typeParameters }: ts.ArrowFunction,
  only: ts.ParameterDeclaration,
): boolean {
  const isBare = ts.isIdentifier(only.name) && !only.type && !only.initializer && !only.dotDotDotToken;
  return parameters.length === 1 && isBare && !only.questionToken && type === undefined && typeParameters === undefined;
}

/** The first indented line that is no part of a comment tells. */
function indentOf(text: string): string | undefined {
  const first = /\n(\t+|(?: {2})+)(?![\s*])/.exec(text)?.[1];
  if (first === undefined) return undefined;
  return first.startsWith("\t") ? "\t" : first.length % 4 === 0 ? "    " : "  ";
}
