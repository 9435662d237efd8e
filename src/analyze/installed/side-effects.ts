import { ts } from "../../typescript.ts";
import { isAssignment } from "../usages/syntax.ts";

/** Built-ins whose methods only make or read values. */
const PURE_OWNERS = new Set(
  "Array Boolean BigInt Date JSON Math Number Object Reflect RegExp String Symbol Error TypeError RangeError Map Set WeakMap WeakSet Buffer Uint8Array Uint32Array ArrayBuffer TextEncoder TextDecoder path util".split(
    " ",
  ),
);
const PURE_METHODS = new Set(
  "bind call apply concat slice join split map filter reduce forEach toString keys values entries freeze create test match replace trim indexOf includes toLowerCase toUpperCase charCodeAt sort".split(
    " ",
  ),
);
const OUTER = new Set(
  "global globalThis window self process console document Array Object String Function Number Promise".split(" "),
);

/**
 * What loading a file does beside defining things, as "path:line code". Calls of what is not known to be harmless and
 * writes to what the file does not own are reported: an empty answer is certain, another is a doubt.
 */
export function sideEffectsOf(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const code = node.getText(file).split("\n")[0]!.slice(0, 80);
    found.push(`${file.fileName}:${line + 1} ${code}`);
  };
  for (const statement of file.statements) if (!isPureStatement(statement)) report(statement);
  return found;
}

function isPureStatement(statement: ts.Statement): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.every(({ initializer }) => isPure(initializer));
  }
  if (ts.isExpressionStatement(statement)) return isPure(statement.expression);
  if (ts.isExportAssignment(statement)) return isPure(statement.expression);
  if (ts.isBlock(statement)) return statement.statements.every(isPureStatement);
  if (ts.isIfStatement(statement)) {
    const { expression, thenStatement, elseStatement } = statement;
    return (
      isPure(expression) &&
      isPureStatement(thenStatement) &&
      (elseStatement === undefined || isPureStatement(elseStatement))
    );
  }
  if (ts.isTryStatement(statement)) {
    const { tryBlock, catchClause } = statement;
    return (
      tryBlock.statements.every(isPureAttempt) && (catchClause === undefined || isPureStatement(catchClause.block))
    );
  }
  if (ts.isReturnStatement(statement)) return isPure(statement.expression);
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isImportDeclaration(statement) ||
    ts.isExportDeclaration(statement) ||
    ts.isEmptyStatement(statement)
  );
}

/** Inside `try` a throw leads no further than its catch. */
function isPureAttempt(statement: ts.Statement): boolean {
  if (ts.isThrowStatement(statement)) return isPure(statement.expression);
  if (ts.isIfStatement(statement) && statement.elseStatement === undefined) {
    return isPure(statement.expression) && isPureAttempt(statement.thenStatement);
  }
  return isPureStatement(statement);
}

function isPure(node: ts.Node | undefined): boolean {
  if (node === undefined) return true;
  if (ts.isFunctionLike(node)) return true;
  if (ts.isBinaryExpression(node)) {
    return (!isAssignment(node) || isOwned(node.left)) && isPure(node.left) && isPure(node.right);
  }
  if (ts.isCallExpression(node)) return isPureCall(node);
  if (ts.isNewExpression(node)) {
    return (
      ts.isIdentifier(node.expression) && PURE_OWNERS.has(node.expression.text) && (node.arguments ?? []).every(isPure)
    );
  }
  if (ts.isDeleteExpression(node) || ts.isAwaitExpression(node)) return false;
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() === "String.raw" && isPure(node.template);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) return isPure(node.operand);
  let pure = true;
  ts.forEachChild(node, (child) => {
    if (!isPure(child)) pure = false;
  });
  return pure;
}

/** Assigning to `exports`, to a name, or to a property of something the file defined changes nothing outside of it. */
function isOwned(target: ts.Expression): boolean {
  let root = target;
  while (ts.isPropertyAccessExpression(root) || ts.isElementAccessExpression(root)) root = root.expression;
  return ts.isIdentifier(root) && !OUTER.has(root.text);
}

function isPureCall({ expression, arguments: args }: ts.CallExpression): boolean {
  if (!args.every(isPure)) return false;
  if (ts.isIdentifier(expression))
    return (expression.text === "require" && args.every(ts.isStringLiteral)) || PURE_OWNERS.has(expression.text);
  if (ts.isParenthesizedExpression(expression) && ts.isFunctionExpression(expression.expression)) {
    return expression.expression.body.statements.every(isPureStatement);
  }
  if (!ts.isPropertyAccessExpression(expression)) return false;
  const owner = expression.expression;
  if (ts.isIdentifier(owner) && owner.text === "Object" && /^(?:define|assign|set)/.test(expression.name.text)) {
    return args[0] !== undefined && isOwned(args[0]);
  }
  if (ts.isIdentifier(owner) && PURE_OWNERS.has(owner.text)) return true;
  return PURE_METHODS.has(expression.name.text) && isPure(owner) && !isOuter(owner);
}

function isOuter(node: ts.Node): boolean {
  return ts.isIdentifier(node) && (node.text === "process" || node.text === "console");
}
