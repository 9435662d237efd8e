import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ts } from "../../src/typescript.ts";
import { syntacticFact } from "../../src/analyze/facts/syntactic.ts";
import { createScope } from "../../src/analyze/usages/scope.ts";

/** The kinds of the argument of the only call of `use` in a TypeScript file, without a checker; "anything" for all. */
function kindsOf(text: string, trusted = true): string {
  const file = { path: "main.ts", workspace: "", language: "ts", moduleKind: "esm" } as const;
  const scope = createScope([{ file, text }], () => trusted);
  const source = scope.source("main.ts");
  assert.ok(source !== undefined, "it does not parse");
  const found: ts.Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === "use") found.push(...node.arguments);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const [argument, ...others] = found;
  assert.ok(argument !== undefined && others.length === 0);
  const fact = syntacticFact(scope, argument);
  if (fact.kinds.size === 10) return "anything";
  const kinds = [...fact.kinds].sort().join(" | ");
  const elements = fact.elements === undefined || fact.elements.kinds.size === 10 ? [] : [...fact.elements.kinds];
  return elements.length === 0 ? kinds : `${kinds} of ${elements.sort().join(" | ")}`;
}

const facts: readonly (readonly [fact: string, text: string, kinds: string])[] = [
  ["a parameter is what it is annotated", "function f(x: string) { use(x); }", "string"],
  ["an optional parameter may be undefined", "function f(x?: string) { use(x); }", "string | undefined"],
  ["a union is each of its members", "function f(x: 'a' | 1 | null) { use(x); }", "null | number | string"],
  ["a list has elements", "function f(x: readonly string[]) { use(x); }", "array of string"],
  ["Array and ReadonlyArray are lists", "function f(x: ReadonlyArray<number>) { use(x); }", "array of number"],
  [
    "an Array of the file's own is not",
    "interface Array<T> { t: T }\nfunction f(x: Array<number>) { use(x); }",
    "anything",
  ],
  ["an alias of the file is followed", "type Id = string | number;\nfunction f(x: Id) { use(x); }", "number | string"],
  ["an alias that names another is not", "type A = B;\ntype B = A;\nfunction f(x: A) { use(x); }", "anything"],
  ["a type parameter is anything", "function f<T>(x: T) { use(x); }", "anything"],
  ["an imported type is anything", 'import type { T } from "./t";\nfunction f(x: T) { use(x); }', "anything"],
  ["any and unknown are anything", "function f(x: any, y: unknown) { use(x ?? y); }", "anything"],
  ["a default fixes the type of a declared function's parameter", "function f(x = 1) { use(x); }", "number"],
  ["a default of a callback's parameter does not", "run((x = 1) => use(x));", "anything"],
  ["a default of a literal's method does not", "run({ f(x = 1) { use(x); } });", "anything"],
  ["a variable keeps its first type", "let x = `a`;\nx = other();\nuse(x);", "string"],
  ["a variable that starts as null does not", "let x = null;\nx = other();\nuse(x);", "anything"],
  ["a variable that stays null is null", "let x = null;\nuse(x);", "null"],
  ["what a namespace exports may be written elsewhere", "namespace N {\nexport let x = null;\nuse(x);\n}", "anything"],
  ["a variable declared twice is anything", "var x: string;\nvar x: string;\nuse(x);", "anything"],
  ["a property is what its interface says", "interface A { n: number }\nfunction f(a: A) { use(a.n); }", "number"],
  [
    "an optional property may be undefined",
    "type A = { n?: number };\nfunction f(a: A) { use(a.n); }",
    "number | undefined",
  ],
  [
    "a merged interface is anything",
    "interface A { n: 1 }\ninterface A { m: 1 }\nfunction f(a: A) { use(a.n); }",
    "anything",
  ],
  [
    "a property of what may be missing is anything",
    "interface A { n: 1 }\nfunction f(a?: A) { use(a.n); }",
    "anything",
  ],
  ["a rest parameter's property is anything", "type A = { n: 1 }[];\nfunction f(...a: A) { use(a.n); }", "anything"],
  ["a declared result is what a call gives", "function g(): string { return h(); }\nuse(g());", "string"],
  [
    "an async function gives no declared result",
    "async function g(): Promise<string> { return h(); }\nuse(g());",
    "anything",
  ],
  [
    "an overloaded function gives anything",
    "function g(): string;\nfunction g(x: 1): number;\nfunction g(x?: 1): any { return x; }\nuse(g());",
    "anything",
  ],
  ["a generic function gives anything", "function g<T>(): T[] { return []; }\nuse(g());", "anything"],
  ["what is declared counts in what is computed", "function f(n: number) { use(n + 1); }", "number"],
  ["methods of a list give lists", "use(Object.keys(o).concat(1).slice(1).map(f));", "array"],
  ["what picks or sorts keeps the elements", "use(Object.keys(o).filter(f).sort());", "array of string"],
  [
    "what looks into a list tells where, or whether",
    "use([1].indexOf(x) > 0 ? [1].some(f) : [1].push(x));",
    "boolean | number",
  ],
  ["what takes one out of it may be anything", "use(Object.keys(o).pop());", "anything"],
  ["a file that is not checked declares nothing", "// @ts-nocheck\nfunction f(x: string) { use(x); }", "anything"],
];

describe("what a file declares", () => {
  for (const [fact, text, kinds] of facts) it(fact, () => assert.equal(kindsOf(text), kinds));

  it("is not trusted where nothing checks it", () => {
    assert.equal(kindsOf("function f(x: string) { use(x); }", false), "anything");
  });
});
