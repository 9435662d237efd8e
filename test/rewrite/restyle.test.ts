/** A helper in the style of the file that uses it: of its types, too. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { textOfRecipe } from "../../src/rewrite/helper/erase.ts";
import { restyle } from "../../src/rewrite/helper/restyle.ts";
import { readProjectStyle, readStyle } from "../../src/rewrite/style.ts";
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

const bare = `function pick(list) {
  for (const one of list)
    if (one.isOpen) return \`
\${one.name}\`;
  if (list.length === 0) return undefined;
  else if (list[0]) // the first
    return list[0].name;
  else return list.map((one) => {
    return one.name;
  });
}
`;

/** That helper in a project whose files are these. */
const helperOf = (project: string): string => {
  const habits = readProjectStyle([ts.createSourceFile("other.js", project, ts.ScriptTarget.ESNext, true)]);
  return restyle(bare, readStyle(ts.createSourceFile("a.js", "", ts.ScriptTarget.ESNext, true), "esm", habits), "js");
};

test("bodies on other lines than their conditions get braces where the project has none without", () => {
  assert.equal(
    helperOf("if (a) b();\nfor (;;) {\n  c();\n}\n"),
    `function pick(list) {
  for (const one of list) {
    if (one.isOpen) {
      return \`
\${one.name}\`;
    }
  }
  if (list.length === 0) return undefined;
  else if (list[0]) // the first
    return list[0].name;
  else {
    return list.map((one) => {
      return one.name;
    });
  }
}
`,
  );
});

test("a type that JSDoc tells goes into the braces with its body", () => {
  const habits = readProjectStyle([ts.createSourceFile("other.js", "if (a) b();\n", ts.ScriptTarget.ESNext, true)]);
  assert.equal(
    restyle("if (a)\n  /** @type {string[]} */ (b).push(c);\n", { ...styleOf(""), bodies: habits.bodies }, "js"),
    "if (a) {\n  /** @type {string[]} */ (b).push(c);\n}\n",
  );
});

test("all bodies get braces where the project's have, and none where it shows nothing of the kind", () => {
  assert.equal(
    helperOf("if (a) {\n  b();\n}\n".repeat(5)),
    `function pick(list) {
  for (const one of list) {
    if (one.isOpen) {
      return \`
\${one.name}\`;
    }
  }
  if (list.length === 0) {
    return undefined;
  } else if (list[0]) // the first
    return list[0].name;
  else {
    return list.map((one) => {
      return one.name;
    });
  }
}
`,
  );
  assert.equal(helperOf("if (a)\n  b();\n".repeat(5)), bare);
  assert.equal(helperOf("if (a) {\n  b();\n}\n"), bare);
});
