/** The Node and the browsers that can read a file's syntax. */
import isLower from "semver/functions/lt.js";
import { ts } from "../../typescript.ts";
import type { Floor } from "../../recipe.ts";
import { walk } from "./names.ts";

interface Level {
  readonly node: string;
  /** The month since which browsers read it. */
  readonly baseline: string;
  readonly has: (node: ts.Node) => boolean;
}

const isToken =
  (...kinds: readonly ts.SyntaxKind[]) =>
  (node: ts.Node): boolean =>
    kinds.includes(node.kind);

const isPattern =
  (form: RegExp) =>
  (node: ts.Node): boolean =>
    ts.isRegularExpressionLiteral(node) && form.test(node.text);

/** What came after ES5, the newest first. Versions of Node: node.green; months of browsers: the web-features data. */
const levels: readonly Level[] = [
  { node: "20.0.0", baseline: "2023-09", has: isPattern(/v[a-z]*$/) },
  { node: "16.11.0", baseline: "2023-03", has: ts.isClassStaticBlockDeclaration },
  { node: "16.0.0", baseline: "2021-09", has: isPattern(/d[a-z]*$/) },
  {
    node: "15.0.0",
    baseline: "2020-09",
    has: isToken(
      ts.SyntaxKind.QuestionQuestionEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
    ),
  },
  { node: "14.6.0", baseline: "2021-09", has: ts.isPrivateIdentifier },
  {
    node: "14.0.0",
    baseline: "2020-09",
    has: isToken(ts.SyntaxKind.QuestionDotToken, ts.SyntaxKind.QuestionQuestionToken),
  },
  { node: "12.5.0", baseline: "2020-07", has: (node) => ts.isNumericLiteral(node) && node.getText().includes("_") },
  { node: "12.0.0", baseline: "2021-04", has: ts.isPropertyDeclaration },
  { node: "10.4.0", baseline: "2020-09", has: ts.isBigIntLiteral },
  { node: "10.0.0", baseline: "2023-03", has: isPattern(/\(\?<[=!]/) },
  { node: "10.0.0", baseline: "2020-07", has: isPattern(/\(\?<\w|\\[pP]\{|s[a-z]*$/) },
  {
    node: "10.0.0",
    baseline: "2020-01",
    has: (node) =>
      (ts.isCatchClause(node) && node.variableDeclaration === undefined) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined),
  },
  {
    node: "8.3.0",
    baseline: "2020-01",
    has: (node) =>
      ts.isSpreadAssignment(node) ||
      (ts.isBindingElement(node) && node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent)),
  },
  {
    node: "8.0.0",
    baseline: "2017-10",
    has: (node) =>
      ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.arguments?.hasTrailingComma === true) ||
      (ts.isFunctionLike(node) && node.parameters.hasTrailingComma === true),
  },
  { node: "7.6.0", baseline: "2017-04", has: isToken(ts.SyntaxKind.AsyncKeyword) },
  {
    node: "7.0.0",
    baseline: "2017-03",
    has: isToken(ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken),
  },
  {
    node: "6.0.0",
    baseline: "2017-03",
    has: (node) =>
      ts.isArrowFunction(node) ||
      ts.isClassLike(node) ||
      ts.isTemplateLiteral(node) ||
      ts.isForOfStatement(node) ||
      ts.isObjectBindingPattern(node) ||
      ts.isArrayBindingPattern(node) ||
      ts.isSpreadElement(node) ||
      ts.isShorthandPropertyAssignment(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isComputedPropertyName(node) ||
      ts.isYieldExpression(node) ||
      ts.isMetaProperty(node) ||
      ts.isImportDeclaration(node) ||
      isPattern(/[uy][a-z]*$/)(node) ||
      (ts.isNumericLiteral(node) && /^0[bo]/i.test(node.getText())) ||
      (ts.isFunctionLike(node) && "asteriskToken" in node && node.asteriskToken !== undefined) ||
      (ts.isParameter(node) && (node.initializer !== undefined || node.dotDotDotToken !== undefined)) ||
      (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0),
  },
];

/** The lowest Node, and the earliest month of browsers, that parse the file; Node 0.0.0 for ES5. */
export function floorOfSyntax(source: ts.SourceFile): Floor {
  const nodes = [...walk(source)];
  let floor = { node: "0.0.0", baseline: "2015-07" };
  for (const { node, baseline, has } of levels)
    if (nodes.some(has))
      floor = {
        node: isLower(floor.node, node) ? node : floor.node,
        baseline: floor.baseline < baseline ? baseline : floor.baseline,
      };
  return floor;
}
