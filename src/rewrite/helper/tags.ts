/** What JSDoc says of types: the text of its tags, and what it has no words for. */
import { ts } from "../../typescript.ts";

/** The signatures above a function that has several, or those beside one of them. */
export function overloadsOf({ name, parent }: ts.FunctionDeclaration): readonly ts.FunctionDeclaration[] {
  if (name === undefined || !ts.isSourceFile(parent)) return [];
  return parent.statements
    .filter(ts.isFunctionDeclaration)
    .filter((each) => each.body === undefined && each.name?.text === name.text);
}

/** False where one takes the rest, or its literals as they are: an overload in JSDoc does neither, and all of them go. */
export function areSayable(overloads: readonly ts.FunctionDeclaration[]): boolean {
  return overloads.every(
    ({ parameters, typeParameters }) =>
      parameters.every(({ dotDotDotToken }) => dotDotDotToken === undefined) &&
      (typeParameters ?? []).every(({ modifiers }) => modifiers === undefined),
  );
}

/** What the comment of a function stands above: the statement or property that it is the value of, or itself. */
export function ownerOf(node: ts.FunctionLikeDeclaration): ts.Node {
  let at: ts.Node = node;
  while (ts.isParenthesizedExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isPropertyAssignment(parent) && parent.initializer === at) return parent;
  if (!ts.isVariableDeclaration(parent) || parent.type !== undefined) return node;
  const statement = parent.parent.parent;
  const isAlone = ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1;
  return isAlone ? statement : node;
}

/** The tags of type parameters. */
export function templates(parameters: ts.NodeArray<ts.TypeParameterDeclaration> | undefined): string[] {
  return (parameters ?? []).map(({ name, constraint, default: usual, modifiers }) => {
    const bound = constraint === undefined ? "" : `{${typeText(constraint)}} `;
    const words = (modifiers ?? []).map((modifier) => `${modifier.getText()} `).join("");
    const text = usual === undefined ? name.text : `[${name.text}=${typeText(usual)}]`;
    return `@template ${bound}${words}${text}`;
  });
}

/** An interface as one type. */
export function interfaceText(node: ts.InterfaceDeclaration): string {
  const members = node.members.map((member) => oneLine(member).replace(/[;,]$/, ""));
  const own = members.length === 0 ? "{}" : `{ ${members.join("; ")} }`;
  const bases = (node.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => oneLine(type)));
  return [...bases, ...(members.length > 0 || bases.length === 0 ? [own] : [])].join(" & ");
}

/** A type as a tag has it; `any` where nothing is said. */
export function typeText(type: ts.Node | undefined): string {
  return type === undefined ? "any" : oneLine(type).replace(/^\| /, "");
}

const printer = ts.createPrinter({ removeComments: true });

/** A type on one line: a cast behind `return` may not hold a line break. */
function oneLine(node: ts.Node): string {
  const source = node.getSourceFile();
  const text = node.getText(source);
  const plain = /\/[/*]/.test(text) ? printer.printNode(ts.EmitHint.Unspecified, node, source) : text;
  return plain.replace(/\s*\n\s*/g, " ");
}

/** A comment with tags behind what it says. */
export function docWith(doc: string, tags: readonly string[], indent: string): string {
  const said = doc
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\*? ?/, "").trimEnd())
    .filter((line, index, all) => line !== "" || (index > 0 && index < all.length - 1));
  const lines = [...said, ...tags];
  if (lines.length === 1) return `/** ${lines[0]} */`;
  return ["/**", ...lines.map((line) => `${indent} * ${line}`.trimEnd()), `${indent} */`].join("\n");
}
