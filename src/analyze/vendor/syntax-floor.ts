/** The Node and the browsers that can read a file's syntax. */
import { ts } from "ts-morph";
import type { Floor } from "../../recipe.ts";
import { walk } from "./names.ts";

interface Level {
  readonly floor: Floor;
  readonly has: (node: ts.Node) => boolean;
}

const isToken =
  (...kinds: readonly ts.SyntaxKind[]) =>
  (node: ts.Node): boolean =>
    kinds.includes(node.kind);

/** The newest first. Versions of Node: node.green; months of browsers: the web-features data. */
const levels: readonly Level[] = [
  {
    floor: { node: "20.0.0", baseline: "2023-09" },
    has: (node) => ts.isRegularExpressionLiteral(node) && /v[a-z]*$/.test(node.text),
  },
  {
    floor: { node: "16.11.0", baseline: "2023-03" },
    has: (node) =>
      ts.isClassStaticBlockDeclaration(node) || (ts.isRegularExpressionLiteral(node) && /d[a-z]*$/.test(node.text)),
  },
  {
    floor: { node: "16.0.0", baseline: "2021-09" },
    has: isToken(
      ts.SyntaxKind.QuestionQuestionEqualsToken,
      ts.SyntaxKind.BarBarEqualsToken,
      ts.SyntaxKind.AmpersandAmpersandEqualsToken,
      ts.SyntaxKind.PrivateIdentifier,
      ts.SyntaxKind.PropertyDeclaration,
    ),
  },
  {
    floor: { node: "14.0.0", baseline: "2020-09" },
    has: isToken(ts.SyntaxKind.QuestionDotToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BigIntLiteral),
  },
  {
    floor: { node: "10.0.0", baseline: "2020-01" },
    has: (node) =>
      ts.isSpreadAssignment(node) ||
      (ts.isBindingElement(node) && node.dotDotDotToken !== undefined && ts.isObjectBindingPattern(node.parent)) ||
      (ts.isCatchClause(node) && node.variableDeclaration === undefined) ||
      (ts.isForOfStatement(node) && node.awaitModifier !== undefined) ||
      (ts.isRegularExpressionLiteral(node) && /\(\?<|\\p\{|s[a-z]*$/.test(node.text)),
  },
  {
    floor: { node: "8.0.0", baseline: "2017-10" },
    has: isToken(
      ts.SyntaxKind.AsyncKeyword,
      ts.SyntaxKind.AsteriskAsteriskToken,
      ts.SyntaxKind.AsteriskAsteriskEqualsToken,
    ),
  },
  {
    floor: { node: "6.0.0", baseline: "2017-03" },
    has: (node) =>
      ts.isArrowFunction(node) ||
      ts.isClassLike(node) ||
      ts.isTemplateLiteral(node) ||
      ts.isForOfStatement(node) ||
      ts.isObjectBindingPattern(node) ||
      ts.isArrayBindingPattern(node) ||
      ts.isSpreadElement(node) ||
      ts.isShorthandPropertyAssignment(node) ||
      ts.isComputedPropertyName(node) ||
      ts.isImportDeclaration(node) ||
      (ts.isParameter(node) && (node.initializer !== undefined || node.dotDotDotToken !== undefined)) ||
      (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0),
  },
];

export function floorOfSyntax(source: ts.SourceFile): Floor {
  const nodes = [...walk(source)];
  const level = levels.find(({ has }) => nodes.some(has));
  return level?.floor ?? { node: "0.0.0", baseline: "2015-07" };
}
