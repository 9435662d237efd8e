/** A helper in TypeScript as JavaScript that a type checker reads: what its types said stands in JSDoc. */
import { ts } from "../../typescript.ts";
import { applyEdits } from "../removal.ts";
import { type Annotation, createAnnotation, docAbove } from "./annotation.ts";
import { areSayable, docWith, interfaceText, overloadsOf, ownerOf, templates, typeText } from "./tags.ts";

const unchecked = "@ts-nocheck";

/** The module's text. Where JSDoc has no word for a type inside it, its inside is left unchecked: its signatures stay. */
export function withJsdoc(text: string): string {
  const page = annotate(text);
  const typed = applyEdits(text, page.edits());
  return page.isComplete() ? typed : `// ${unchecked} JSDoc has no words for every type in here\n\n${typed}`;
}

/** The same of a part of a file, which goes on being checked. */
export function partWithJsdoc(text: string): string {
  return applyEdits(text, annotate(text).edits());
}

function annotate(text: string): Annotation {
  const page = createAnnotation(text);
  visit(page, page.source);
  return page;
}

function visit(page: Annotation, node: ts.Node): void {
  if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return visitType(page, node);
  if (ts.isFunctionDeclaration(node) && node.body === undefined) return visitOverload(page, node);
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node))
    return visitCast(page, node);
  if (ts.isFunctionLike(node) && "body" in node) return visitFunction(page, node as ts.FunctionLikeDeclaration);
  if (ts.isVariableDeclaration(node)) return visitVariable(page, node);
  if (ts.isClassLike(node)) return visitClass(page, node);
  if (ts.isPropertyDeclaration(node)) return visitProperty(page, node);
  if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.typeArguments !== undefined)
    return visitCall(page, node, node.typeArguments);
  ts.forEachChild(node, (child) => visit(page, child));
}

function visitType({ sayInstead }: Annotation, node: ts.TypeAliasDeclaration | ts.InterfaceDeclaration): void {
  const type = ts.isTypeAliasDeclaration(node) ? typeText(node.type) : interfaceText(node);
  sayInstead(node, [...templates(node.typeParameters), `@typedef {${type}} ${node.name.text}`]);
}

function visitOverload(page: Annotation, node: ts.FunctionDeclaration): void {
  if (!areSayable(overloadsOf(node))) return;
  const said = visitSignature(page, node);
  const isTemplate = (tag: string): boolean => tag.startsWith("@template ");
  // A template that came behind would be one of the function below.
  page.sayInstead(node, [...said.filter(isTemplate), "@overload", ...said.filter((tag) => !isTemplate(tag))]);
}

function visitCast(page: Annotation, node: ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression): void {
  const { source, put, cut, replace } = page;
  const { expression: inner, parent } = node;
  const named = ts.isNonNullExpression(node) ? undefined : typeText(node.type);
  const isEntity = ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner);
  const type = named ?? (isEntity ? `NonNullable<typeof ${inner.getText(source)}>` : undefined);
  if (type === undefined) page.leaveUntyped();
  const comment =
    type === undefined ? "" : `/** @${ts.isSatisfiesExpression(node) ? "satisfies" : "type"} {${type}} */ `;
  const start = node.getStart(source);
  if (ts.isParenthesizedExpression(inner)) {
    // Parentheses around the whole are idle where what is asserted has its own.
    if (ts.isParenthesizedExpression(parent)) cut(parent.getStart(source), start);
    put(start, comment);
    visit(page, inner);
    cut(inner.end, ts.isParenthesizedExpression(parent) ? parent.end : node.end);
  } else if (ts.isParenthesizedExpression(parent)) {
    put(parent.getStart(source), comment);
    visit(page, inner);
    cut(inner.end, node.end);
  } else {
    put(start, `${comment}(`);
    visit(page, inner);
    replace(inner.end, node.end, ")");
  }
}

/** The tags of a function's signature, and its types cut out of the text. */
function visitSignature({ source, cut }: Annotation, node: ts.SignatureDeclaration): string[] {
  const tags = templates(node.typeParameters);
  const { typeParameters } = node;
  if (typeParameters !== undefined && typeParameters.length > 0) cut(typeParameters.pos - 1, typeParameters.end + 1);
  for (const [index, parameter] of node.parameters.entries()) {
    const { name, type, questionToken, initializer } = parameter;
    if (name.getText(source) === "this") {
      if (type !== undefined) tags.push(`@this {${typeText(type)}}`);
      cut(parameter.getStart(source), node.parameters[1]?.getStart(source) ?? parameter.end);
      continue;
    }
    const said = ts.isIdentifier(name) ? name.text : `given${index === 0 ? "" : index + 1}`;
    const isOptional = questionToken !== undefined || initializer !== undefined;
    if (type !== undefined) tags.push(`@param {${typeText(type)}} ${isOptional ? `[${said}]` : said}`);
    if (questionToken !== undefined || type !== undefined) cut(name.end, type?.end ?? questionToken?.end ?? name.end);
  }
  if (node.type !== undefined) {
    tags.push(`@returns {${typeText(node.type)}}`);
    cut(source.text.indexOf(")", node.parameters.end) + 1, node.type.end);
  }
  return tags;
}

function visitFunction(page: Annotation, node: ts.FunctionLikeDeclaration): void {
  const { source } = page;
  const owner = ownerOf(node);
  const start = owner.getStart(source);
  const isFirst = source.text.slice(source.text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
  const [above] = ts.isFunctionDeclaration(node) ? overloadsOf(node) : [];
  if (above !== undefined && !areSayable(overloadsOf(above))) {
    // What it says of itself stands above the first of the signatures that go.
    const doc = docAbove(above);
    const said = docWith(doc?.text ?? "", visitSignature(page, node), "");
    page.replace(doc?.start ?? above.getStart(source), start, `${said}\n`);
  } else if (isFirst) page.say(owner, visitSignature(page, node));
  else sayBeside(page, node);
  for (const parameter of node.parameters) {
    visit(page, parameter.name);
    if (parameter.initializer) visit(page, parameter.initializer);
  }
  if (node.body) visit(page, node.body);
}

/** The signature of a function amid a line: before each parameter, where that says all. */
function sayBeside(page: Annotation, node: ts.FunctionLikeDeclaration): void {
  const isSimple = node.parameters.every(({ questionToken, dotDotDotToken }) => !questionToken && !dotDotDotToken);
  const tags = visitSignature(page, node);
  const others = tags.filter((tag) => !tag.startsWith("@param "));
  if (!isSimple || others.length > 1) return page.say(node, tags);
  for (const { type, name } of node.parameters)
    if (type !== undefined && name.getText(page.source) !== "this")
      page.put(name.getStart(page.source), `/** @type {${typeText(type)}} */ `);
  page.say(node, others);
}

function visitVariable(page: Annotation, node: ts.VariableDeclaration): void {
  const { name, type, initializer, parent: list } = node;
  if (type !== undefined) {
    const tags = [`@type {${typeText(type)}}`];
    const isAlone =
      ts.isVariableDeclarationList(list) && list.declarations.length === 1 && ts.isVariableStatement(list.parent);
    if (isAlone) page.say(list.parent, tags);
    else if (!ts.isCatchClause(list)) page.put(node.getStart(page.source), `/** ${tags[0]} */ `);
    page.cut(name.end, type.end);
  }
  visit(page, name);
  if (initializer) visit(page, initializer);
}

function visitClass(page: Annotation, node: ts.ClassLikeDeclaration): void {
  const { typeParameters } = node;
  const tags = templates(typeParameters);
  if (typeParameters !== undefined && typeParameters.length > 0)
    page.cut(typeParameters.pos - 1, typeParameters.end + 1);
  for (const clause of node.heritageClauses ?? []) {
    const isExtending = clause.token === ts.SyntaxKind.ExtendsKeyword;
    for (const type of clause.types) {
      const { typeArguments } = type;
      if (isExtending && typeArguments !== undefined) {
        tags.push(`@extends {${typeText(type)}}`);
        page.cut(type.expression.end, type.end);
      } else if (!isExtending) tags.push(`@implements {${typeText(type)}}`);
    }
    if (!isExtending) page.cut(clause.pos, clause.end);
    else for (const type of clause.types) visit(page, type.expression);
  }
  page.say(node, tags);
  for (const member of node.members) visit(page, member);
}

function visitProperty(page: Annotation, node: ts.PropertyDeclaration): void {
  const tags = node.type === undefined ? [] : [`@type {${typeText(node.type)}}`];
  for (const modifier of ts.getModifiers(node) ?? []) {
    const word = ts.tokenToString(modifier.kind) ?? "";
    if (word === "static" || word === "accessor") continue;
    if (word !== "public") tags.push(`@${word}`);
    const [space = ""] = /^\s*/.exec(page.source.text.slice(modifier.end)) ?? [];
    page.cut(modifier.getStart(page.source), modifier.end + space.length);
  }
  page.say(node, tags);
  const mark = node.questionToken ?? node.exclamationToken;
  if (mark !== undefined || node.type !== undefined) page.cut(node.name.end, node.type?.end ?? mark?.end ?? 0);
  if (node.initializer) visit(page, node.initializer);
}

function visitCall(
  page: Annotation,
  node: ts.CallExpression | ts.NewExpression,
  typeArguments: ts.NodeArray<ts.TypeNode>,
): void {
  const isMade = ts.isNewExpression(node);
  if (isMade) {
    const of = typeArguments.map((type) => typeText(type)).join(", ");
    page.put(node.getStart(page.source), `/** @type {${node.expression.getText(page.source)}<${of}>} */ (`);
  } else page.leaveUntyped();
  visit(page, node.expression);
  page.cut(typeArguments.pos - 1, typeArguments.end + 1);
  for (const argument of node.arguments ?? []) visit(page, argument);
  if (isMade) page.put(node.end, ")");
}
