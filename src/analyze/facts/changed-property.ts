/** Properties that may have changed since the checker narrowed them: it takes no call for a change of what is not a variable. */
import { ts } from "../../typescript.ts";
import { enclosingFunction, hasOwnBody, isAssignment, isWritten } from "../usages/syntax.ts";

/** True where something between the first look at a property in a function and this use of it may have changed it. */
export function mayHaveChanged(use: ts.PropertyAccessExpression): boolean {
  const home = enclosingFunction(use);
  const wanted = wordingOf(use);
  const first = findFirst(home, (node) => {
    return ts.isPropertyAccessExpression(node) && node.end <= use.pos && wordingOf(node) === wanted;
  });
  // What was narrowed outside may be another by the time the function is called.
  if (first === undefined) return true;
  const { parent } = first;
  const start = ts.isBinaryExpression(parent) && parent.left === first && isAssignment(parent) ? parent.end : first.end;
  const loop = outermostLoop(use, first, home);
  const end = loop?.end ?? use.getStart();
  const name = use.name.text;
  return findFirst(home, (node) => node.pos >= start && node.end <= end && changes(node, name)) !== undefined;
}

/** The outermost loop around a use that what was looked at first stands before. */
function outermostLoop(use: ts.Node, first: ts.Node, home: ts.Node): ts.Node | undefined {
  let found: ts.Node | undefined;
  for (let at = use.parent; at !== home; at = at.parent)
    if (ts.isIterationStatement(at, false) && at.pos > first.end) found = at;
  return found;
}

/** True for what runs code that is not to be seen here, or writes a property by the name. */
function changes(node: ts.Node, name: string): boolean {
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isAwaitExpression(node) || ts.isYieldExpression(node)) return true;
  if (ts.isElementAccessExpression(node)) return isWritten(node);
  return ts.isPropertyAccessExpression(node) && node.name.text === name && isWritten(node);
}

/** The first node in the order of the text that a test is true of; functions inside are not entered: they run when called. */
function findFirst(root: ts.Node, test: (node: ts.Node) => boolean): ts.Node | undefined {
  const visit = (node: ts.Node): ts.Node | undefined => {
    if (test(node)) return node;
    return node !== root && hasOwnBody(node) ? undefined : ts.forEachChild(node, visit);
  };
  return visit(root);
}

/** How a chain of properties is written, but for what only asks whether there is something. */
function wordingOf(node: ts.PropertyAccessExpression): string {
  return node.getText().replace(/\s|[?!](?=\.)/g, "");
}
