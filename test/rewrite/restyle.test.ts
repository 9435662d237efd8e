/** A helper in the style of the file that uses it: of its types, too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { textOfRecipe } from "../../src/rewrite/helper/erase.ts";
import { restyle } from "../../src/rewrite/helper/restyle.ts";
import { readStyle } from "../../src/rewrite/style.ts";
import { ts } from "../../src/typescript.ts";

const styleOf = (text: string) => readStyle(ts.createSourceFile("main.ts", text, ts.ScriptTarget.ESNext, true), "esm");

const helper = `interface Search {
  cwd: string;
  find(path: string): boolean;
  [key: string]: unknown;
}

function first(path: string): string;
function first(path: unknown): unknown {
  const kinds: { a: 1; b: 2 } = { a: 1, b: 2 };
  return kinds;
}
`;

test("types leave no parentheses behind that only held them, and no name twice", () => {
  const recipe = `const all = (a: string, b: unknown) =>
  [+((a ? a : "b") as unknown as string), { a: a as never, b: (b || a) as never, c: (a as string)!.length }, f((b, a) as never)];`;
  const [statement] = ts.createSourceFile("recipe.ts", recipe, ts.ScriptTarget.ESNext, true).statements;
  assert.equal(
    statement && textOfRecipe(statement, "js"),
    `const all = (a, b) =>
  [+(a ? a : "b"), { a, b: b || a, c: a.length }, f((b, a))];`,
  );
});

test("a file without semicolons gets a helper without them, but for those that keep members apart", () => {
  assert.equal(
    restyle(helper, styleOf("const a = 1\nconst b = 2\n"), "ts"),
    `interface Search {
  cwd: string
  find(path: string): boolean;
  [key: string]: unknown
}

function first(path: string): string
function first(path: unknown): unknown {
  const kinds: { a: 1; b: 2 } = { a: 1, b: 2 }
  return kinds
}
`,
  );
});

test("a file with semicolons gets the helper as it is", () => {
  assert.equal(restyle(helper, styleOf("const a = 1;\nconst b = 2;\n"), "ts"), helper);
});

test("a semicolon before a statement is no sign of those behind them", () => {
  const text = "const a = 1\n;[a].map(String)\nconst b = 2\n;(b)\n";
  const style = readStyle(ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext, true), "esm");
  assert.equal(style.semicolons, false);
});

test("refinements of one type are that type once", () => {
  const text = `declare function f(a: PlainPath | NormalPath | readonly (InnerPath | RootGlob)[], b: (NonEmpty | 5 | InnerPath)[]): void;`;
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ESNext, true);
  assert.equal(
    textOfRecipe(source, "ts"),
    "declare function f(a: string | readonly string[], b: (string | 5)[]): void;",
  );
});
