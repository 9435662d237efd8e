/** Writes an instantiated body as source, with the parentheses that precedence needs and the file's own quotes. */
import { ts } from "../typescript.ts";
import { isChained } from "../analyze/verdicts/order.ts";
import type { Expr } from "../analyze/verdicts/template.ts";
import { precedence, precedenceOfOperator } from "./precedence.ts";
import { inBraces } from "./style.ts";
import { inLines, isPlainObject, type Lines } from "./wide.ts";

export interface Printed {
  readonly text: string;
  readonly precedence: number;
}

/** What printing asks of the file it prints into. */
export interface PrintContext {
  readonly quote: '"' | "'";
  readonly braceSpace: boolean;
  /** Whether a property by a literal name is written with a dot; a compiler option forbids that for index signatures. */
  readonly dots: boolean;
  /** What takes several lines, as the file writes it. */
  readonly lines: Lines;
  /** An argument's source, with whatever is rewritten inside it. */
  argument(node: ts.Expression): Printed;
  /** The local name, or access, for an export of a built-in module ("default" and "*" for the module itself). */
  builtin(module: string, name: string): string;
}

export function print(expr: Expr, context: PrintContext): Printed {
  const within = (inner: Expr, needed: number): string => parenthesize(print(inner, context), needed);
  // In parentheses an optional chain would end, and what follows be read of undefined.
  const link = (inner: Expr): string => {
    if (isChained(inner)) return print(inner, context).text;
    return within(inner, isNumber(inner) ? precedence.primary + 1 : precedence.call);
  };
  const list = (items: readonly Expr[]): string => items.map((item) => within(item, precedence.assignment)).join(", ");
  switch (expr.kind) {
    case "arg":
      return context.argument(expr.argument.node);
    case "param":
      throw new TypeError("a parameter without its argument cannot be written");
    case "local":
    case "global":
      return { text: expr.name, precedence: precedence.primary };
    case "builtin": {
      const text = context.builtin(expr.module, expr.name);
      return { text, precedence: text.includes("(") ? precedence.call : precedence.member };
    }
    case "literal":
      return printLiteral(expr.value, context.quote);
    case "regex":
      return { text: expr.text, precedence: precedence.primary };
    case "template": {
      const values = expr.values.map((value) => `\${${within(value, 0)}}`);
      const text = expr.texts.map((part, index) => part + (values[index] ?? "")).join("");
      return { text: `\`${text}\``, precedence: precedence.primary };
    }
    case "member": {
      const object = link(expr.object);
      return {
        text: `${object}${expr.gap ?? ""}${expr.optional ? "?." : "."}${expr.name}`,
        precedence: bindingOf(object, isChained(expr)),
      };
    }
    case "index": {
      const object = link(expr.object);
      const index = within(expr.index, 0);
      const name = /^(["'])([A-Za-z_$][\w$]*)\1$/.exec(index)?.[2];
      const isDotted = name !== undefined && context.dots;
      const text = `${object}${expr.optional ? "?." : ""}${isDotted ? `${expr.optional ? "" : "."}${name}` : `[${index}]`}`;
      return { text, precedence: bindingOf(object, isChained(expr)) };
    }
    case "call": {
      const text = `${link(expr.callee)}${expr.optional ? "?." : ""}(${list(expr.args)})`;
      return { text, precedence: isChained(expr) ? precedence.unary + 2 : precedence.call };
    }
    case "new":
      return {
        text: `new ${within(expr.callee, precedence.member)}(${list(expr.args)})`,
        precedence: precedence.member,
      };
    case "unary": {
      const operand = within(expr.operand, precedence.unary);
      const space = /^\w/.test(expr.operator) || operand.startsWith(expr.operator) ? " " : "";
      return { text: `${expr.operator}${space}${operand}`, precedence: precedence.unary };
    }
    case "binary":
      return printBinary(expr, within);
    case "conditional": {
      const text =
        `${within(expr.test, precedence.logical)} ? ${within(expr.then, precedence.assignment)}` +
        ` : ${within(expr.otherwise, precedence.assignment)}`;
      return { text, precedence: precedence.assignment };
    }
    case "array":
      return {
        text: `[${expr.items.flatMap((item) => openList(item, list([item]))).join(", ")}]`,
        precedence: precedence.primary,
      };
    case "object": {
      const members = expr.members.map((member) => ({ ...member, text: within(member.value, precedence.assignment) }));
      const texts = members.map(({ key, value, text }) => {
        if (key === undefined) return openLiteral(value, text) ?? `...${text}`;
        return key === text ? key : `${key}: ${text}`;
      });
      const inOne = texts.length === 0 ? "{}" : inBraces(texts.join(", "), context);
      return { text: inLines(members, context.lines) ?? inOne, precedence: precedence.primary };
    }
    case "spread":
      return { text: `...${within(expr.operand, precedence.assignment)}`, precedence: precedence.assignment };
    case "arrow": {
      const body = within(expr.body, precedence.assignment);
      const params = `(${expr.params.join(", ")})`;
      return { text: `${params} => ${body.startsWith("{") ? `(${body})` : body}`, precedence: precedence.assignment };
    }
  }
}

/** The text, in parentheses when it binds less tightly than its place needs. */
export function parenthesize(printed: Printed, needed: number): string {
  return printed.precedence < needed ? `(${printed.text})` : printed.text;
}

function printBinary(expr: Expr & { kind: "binary" }, within: (inner: Expr, needed: number) => string): Printed {
  const own = precedenceOfOperator(expr.operator);
  let left = expr.operator === "**" ? precedence.unary + 1 : own;
  let right = expr.operator === "**" ? own : own + 1;
  if (expr.operator === "??" || expr.operator === "||" || expr.operator === "&&") {
    // `??` may not stand beside `||` or `&&` without parentheses.
    if (isOtherLogical(expr.left, expr.operator)) left = 6;
    if (isOtherLogical(expr.right, expr.operator)) right = 6;
    if (expr.operator === "??") {
      left = Math.max(left, 6);
      right = Math.max(right, 6);
    }
  }
  const text = `${within(expr.left, left)} ${expr.operator} ${within(expr.right, right)}`;
  return { text, precedence: own };
}

/** True for a logical operation that stands in parentheses in another one. */
function isOtherLogical(expr: Expr, operator: string): boolean {
  if (expr.kind !== "binary" && expr.kind !== "arg") return false;
  const inner =
    expr.kind === "binary"
      ? expr.operator
      : ts.isBinaryExpression(expr.argument.node)
        ? expr.argument.node.operatorToken.getText()
        : "";
  // People and formatters write parentheses around `&&` in `||`, too.
  if (operator === "||" && inner === "&&") return true;
  return /^(?:\?\?|\|\||&&)$/.test(inner) && (inner === "??") !== (operator === "??");
}

function printLiteral(value: unknown, quote: '"' | "'"): Printed {
  if (typeof value === "string") return { text: quoteText(value, quote), precedence: precedence.primary };
  if (value === undefined) return { text: "undefined", precedence: precedence.primary };
  const text = Object.is(value, -0) ? "-0" : typeof value === "bigint" ? `${value}n` : String(value);
  return { text, precedence: text.startsWith("-") ? precedence.unary : precedence.primary };
}

/** A string literal in the file's quotes, or in the others when that saves escapes. */
export function quoteText(value: string, quote: '"' | "'"): string {
  const use = value.includes(quote) && !value.includes(quote === '"' ? "'" : '"') ? (quote === '"' ? "'" : '"') : quote;
  const escaped = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"');
  return use + escaped.replaceAll(use, `\\${use}`) + use;
}

/** An item of a list; the items themselves for a list that is written out only to be spread. */
function openList(item: Expr, text: string): string[] {
  const node = item.kind === "spread" && item.operand.kind === "arg" ? item.operand.argument.node : undefined;
  if (node === undefined || !ts.isArrayLiteralExpression(node) || node.elements.some(ts.isOmittedExpression))
    return [text];
  const inner = /^\.\.\.\[\s*(?<inner>[^\n]*?),?\s*\]$/.exec(text)?.groups?.["inner"];
  return inner === undefined ? [text] : inner === "" ? [] : [inner];
}

function bindingOf(object: string, optional: boolean): number {
  if (optional) return precedence.unary + 2;
  return object.endsWith(")") ? precedence.call : precedence.member;
}

function isNumber(expr: Expr): boolean {
  if (expr.kind === "arg") return ts.isNumericLiteral(expr.argument.node);
  return expr.kind === "literal" && typeof expr.value === "number";
}

/** The members of an object written out, for the object it is spread into; undefined where that is not the same. */
function openLiteral(expr: Expr, text: string): string | undefined {
  if (expr.kind !== "arg" || !isPlainObject(expr.argument.node)) return undefined;
  const inner = /^\{\s*(?<inner>\S[^\n]*?),?\s*\}$/.exec(text)?.groups?.["inner"];
  return expr.argument.node.properties.length > 0 ? inner : undefined;
}
