/** A helper in TypeScript as JavaScript that a type checker reads: what its types said stands in JSDoc. */
import { ts } from "../../typescript.ts";
import type { TextEdit } from "../plan.ts";
import { applyEdits } from "../removal.ts";
import { areSayable, docWith, interfaceText, overloadsOf, ownerOf, templates, typeText } from "./tags.ts";

const unchecked = "@ts-nocheck";

/** The module's text. Where JSDoc has no word for a type inside it, its inside is left unchecked: its signatures stay. */
export function withJsdoc(text: string): string {
  const { text: typed, isComplete } = annotated(text);
  return isComplete ? typed : `// ${unchecked} JSDoc has no words for every type in here\n\n${typed}`;
}

/** The same of a part of a file, which goes on being checked. */
export function partWithJsdoc(text: string): string {
  return annotated(text).text;
}

function annotated(text: string): { readonly text: string; readonly isComplete: boolean } {
  const { edits, isComplete } = annotate(text);
  return { text: applyEdits(text, edits), isComplete };
}

interface Annotated {
  readonly edits: readonly TextEdit[];
  /** False where something inside is left untyped. */
  readonly isComplete: boolean;
}

function annotate(text: string): Annotated {
  const source = ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true);
  const edits: TextEdit[] = [];
  let isComplete = true;
  const put = (at: number, added: string): void => {
    edits.push({ start: at, end: at, text: added });
  };
  const cut = (start: number, end: number): void => {
    edits.push({ start, end, text: "" });
  };
  /** Says it in the comment above a node that starts its line, or in one of its own before the node. */
  const say = (node: ts.Node, tags: readonly string[]): void => {
    if (tags.length === 0) return;
    const start = node.getStart(source);
    const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
    if (before.trim() !== "") return put(start, `/** ${tags.join(" ")} */ `);
    const doc = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
    const known = doc === undefined ? "" : text.slice(doc.pos, doc.end);
    if (doc !== undefined && known.startsWith("/**"))
      edits.push({ start: doc.pos, end: doc.end, text: docWith(known, tags, before) });
    else put(start, `${docWith("", tags, before)}\n${before}`);
  };
  const cast = (node: ts.AsExpression | ts.SatisfiesExpression | ts.NonNullExpression): void => {
    const inner = node.expression;
    const named = ts.isNonNullExpression(node) ? undefined : typeText(node.type);
    const isEntity = ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner);
    const type = named ?? (isEntity ? `NonNullable<typeof ${inner.getText(source)}>` : undefined);
    if (type === undefined) isComplete = false;
    const comment =
      type === undefined ? "" : `/** @${ts.isSatisfiesExpression(node) ? "satisfies" : "type"} {${type}} */ `;
    const { parent } = node;
    const start = node.getStart(source);
    if (ts.isParenthesizedExpression(inner)) {
      // Parentheses around the whole are idle where what is asserted has its own.
      if (ts.isParenthesizedExpression(parent)) cut(parent.getStart(source), start);
      put(start, comment);
      visit(inner);
      cut(inner.end, ts.isParenthesizedExpression(parent) ? parent.end : node.end);
    } else if (ts.isParenthesizedExpression(parent)) {
      put(parent.getStart(source), comment);
      visit(inner);
      cut(inner.end, node.end);
    } else {
      put(start, `${comment}(`);
      visit(inner);
      edits.push({ start: inner.end, end: node.end, text: ")" });
    }
  };
  /** The tags of a function's signature, and its types cut out of the text. */
  const signature = (node: ts.SignatureDeclaration): string[] => {
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
      cut(text.indexOf(")", node.parameters.end) + 1, node.type.end);
    }
    return tags;
  };
  const visitFunction = (node: ts.FunctionLikeDeclaration): void => {
    const owner = ownerOf(node);
    const start = owner.getStart(source);
    const isFirst = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "";
    const [above] = ts.isFunctionDeclaration(node) ? overloadsOf(node) : [];
    if (above !== undefined && !areSayable(overloadsOf(above))) {
      // What it says of itself stands above the first of the signatures that go.
      const doc = (ts.getLeadingCommentRanges(text, above.pos) ?? []).at(-1);
      const from = doc?.pos ?? above.getStart(source);
      const said = docWith(doc === undefined ? "" : text.slice(doc.pos, doc.end), signature(node), "");
      edits.push({ start: from, end: start, text: `${said}\n` });
    } else if (isFirst) say(owner, signature(node));
    else {
      const isSimple = node.parameters.every(({ questionToken, dotDotDotToken }) => !questionToken && !dotDotDotToken);
      const tags = signature(node);
      const others = tags.filter((tag) => !tag.startsWith("@param "));
      if (!isSimple || others.length > 1) say(node, tags);
      else {
        for (const parameter of node.parameters)
          if (parameter.type !== undefined && parameter.name.getText(source) !== "this")
            put(parameter.getStart(source), `/** @type {${typeText(parameter.type)}} */ `);
        say(node, others);
      }
    }
    for (const parameter of node.parameters) {
      visit(parameter.name);
      if (parameter.initializer) visit(parameter.initializer);
    }
    if (node.body) visit(node.body);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      const doc = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
      const known = doc === undefined ? "" : text.slice(doc.pos, doc.end);
      const type = ts.isTypeAliasDeclaration(node) ? typeText(node.type) : interfaceText(node);
      const tags = [...templates(node.typeParameters), `@typedef {${type}} ${node.name.text}`];
      const isDoc = doc !== undefined && known.startsWith("/**");
      edits.push({
        start: isDoc ? doc.pos : node.getStart(source),
        end: node.end,
        text: docWith(isDoc ? known : "", tags, ""),
      });
      return;
    }
    if (ts.isFunctionDeclaration(node) && node.body === undefined) {
      if (!areSayable(overloadsOf(node))) return;
      const said = signature(node);
      const isTemplate = (tag: string): boolean => tag.startsWith("@template ");
      // A template that came behind would be one of the function below.
      const tags = [...said.filter(isTemplate), "@overload", ...said.filter((tag) => !isTemplate(tag))];
      const doc = (ts.getLeadingCommentRanges(text, node.pos) ?? []).at(-1);
      const known = doc === undefined ? "" : text.slice(doc.pos, doc.end);
      const isDoc = doc !== undefined && known.startsWith("/**");
      const start = isDoc ? doc.pos : node.getStart(source);
      // What was cut of it goes with it.
      for (let at = edits.length - 1; at >= 0 && (edits[at]?.start ?? 0) >= start; at -= 1) edits.splice(at, 1);
      edits.push({ start, end: node.end, text: docWith(isDoc ? known : "", tags, "") });
      return;
    }
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)) return cast(node);
    if (ts.isFunctionLike(node) && "body" in node) return visitFunction(node as ts.FunctionLikeDeclaration);
    if (ts.isVariableDeclaration(node)) {
      const isCaught = ts.isCatchClause(node.parent);
      if (node.type !== undefined) {
        const statement = node.parent.parent;
        const isAlone =
          ts.isVariableDeclarationList(node.parent) &&
          node.parent.declarations.length === 1 &&
          ts.isVariableStatement(statement);
        const tags = [`@type {${typeText(node.type)}}`];
        if (isAlone) say(statement, tags);
        else if (!isCaught) put(node.getStart(source), `/** ${tags[0]} */ `);
        cut(node.name.end, node.type.end);
      }
      visit(node.name);
      if (node.initializer) visit(node.initializer);
      return;
    }
    if (ts.isClassLike(node)) {
      const { typeParameters } = node;
      const tags = templates(typeParameters);
      if (typeParameters !== undefined && typeParameters.length > 0)
        cut(typeParameters.pos - 1, typeParameters.end + 1);
      for (const clause of node.heritageClauses ?? []) {
        const isExtending = clause.token === ts.SyntaxKind.ExtendsKeyword;
        for (const type of clause.types) {
          const { typeArguments } = type;
          if (isExtending && typeArguments !== undefined) {
            tags.push(`@extends {${typeText(type)}}`);
            cut(type.expression.end, type.end);
          } else if (!isExtending) tags.push(`@implements {${typeText(type)}}`);
        }
        if (!isExtending) cut(clause.pos, clause.end);
        else for (const type of clause.types) visit(type.expression);
      }
      say(node, tags);
      for (const member of node.members) visit(member);
      return;
    }
    if (ts.isPropertyDeclaration(node)) {
      const tags = node.type === undefined ? [] : [`@type {${typeText(node.type)}}`];
      for (const modifier of ts.getModifiers(node) ?? []) {
        const word = ts.tokenToString(modifier.kind) ?? "";
        if (word === "static" || word === "accessor") continue;
        if (word !== "public") tags.push(`@${word}`);
        cut(modifier.getStart(source), modifier.end + (/^\s*/.exec(text.slice(modifier.end))?.[0].length ?? 0));
      }
      say(node, tags);
      const mark = node.questionToken ?? node.exclamationToken;
      if (mark !== undefined || node.type !== undefined) cut(node.name.end, node.type?.end ?? mark?.end ?? 0);
      if (node.initializer) visit(node.initializer);
      return;
    }
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && node.typeArguments !== undefined) {
      const { typeArguments } = node;
      const isMade = ts.isNewExpression(node);
      if (isMade) {
        const of = typeArguments.map((type) => typeText(type)).join(", ");
        put(node.getStart(source), `/** @type {${node.expression.getText(source)}<${of}>} */ (`);
      } else isComplete = false;
      visit(node.expression);
      cut(typeArguments.pos - 1, typeArguments.end + 1);
      for (const argument of node.arguments ?? []) visit(argument);
      if (isMade) put(node.end, ")");
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return {
    edits: edits
      .map((edit, index) => ({ edit, index }))
      .sort(byPlace)
      .map(({ edit }) => edit),
    isComplete,
  };
}

interface Placed {
  readonly edit: TextEdit;
  readonly index: number;
}

/** In the order of the text: what is put before what is cut at the same place, and the outer before the inner. */
function byPlace(one: Placed, other: Placed): number {
  const isCut = ({ edit }: Placed): number => (edit.start === edit.end ? 0 : 1);
  return one.edit.start - other.edit.start || isCut(one) - isCut(other) || one.index - other.index;
}
