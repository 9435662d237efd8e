/** A recipe function whose body is one expression, as a tree that arguments can be put into. */
import type { ts } from "../../typescript.ts";
import type { Fact, Primitive } from "../facts/fact.ts";
import type { TypeNames } from "../facts/accepts.ts";

export type Expr =
  | { readonly kind: "param"; readonly index: number }
  | { readonly kind: "arg"; readonly argument: Argument }
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "global"; readonly name: string }
  | { readonly kind: "builtin"; readonly module: string; readonly name: string }
  | { readonly kind: "literal"; readonly value: Primitive }
  | { readonly kind: "regex"; readonly text: string }
  | { readonly kind: "template"; readonly texts: readonly string[]; readonly values: readonly Expr[] }
  | {
      readonly kind: "member";
      readonly object: Expr;
      readonly name: string;
      readonly optional: boolean;
      /** The line break and the indent that stood there in a chain. */
      readonly gap?: string;
    }
  | { readonly kind: "index"; readonly object: Expr; readonly index: Expr; readonly optional: boolean }
  | { readonly kind: "call"; readonly callee: Expr; readonly args: readonly Expr[]; readonly optional: boolean }
  | { readonly kind: "new"; readonly callee: Expr; readonly args: readonly Expr[] }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expr }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "conditional"; readonly test: Expr; readonly then: Expr; readonly otherwise: Expr }
  | { readonly kind: "array"; readonly items: readonly Expr[] }
  | { readonly kind: "object"; readonly members: readonly ObjectMember[] }
  | { readonly kind: "spread"; readonly operand: Expr }
  | { readonly kind: "arrow"; readonly params: readonly string[]; readonly body: Expr };

export type UnaryOperator = "!" | "-" | "+" | "~" | "typeof" | "void" | "await";

export interface ObjectMember {
  /** As written: an identifier or a quoted string; undefined for a spread. */
  readonly key: string | undefined;
  readonly value: Expr;
}

/** An argument of the call that is rewritten. */
export interface Argument {
  readonly index: number;
  readonly node: ts.Expression;
  readonly fact: Fact;
  /** True when it may be evaluated any number of times, at any moment of the call, with the same result. */
  readonly constant: boolean;
  /** True when it need not be evaluated at all. */
  readonly idle: boolean;
}

export interface Parameter {
  readonly name: string;
  readonly type: ts.TypeNode | undefined;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly default: Expr | undefined;
}

/** A function's parameters; its body too, when that is one expression of the kinds above. */
export interface Template {
  readonly parameters: readonly Parameter[];
  readonly names: TypeNames;
  readonly body: Expr | undefined;
  /** True when it gives nothing of use: it fits only where the result is not looked at. */
  readonly gives: "value" | "nothing" | "promise of nothing";
}
