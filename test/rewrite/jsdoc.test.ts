/** Helpers in JavaScript that a type checker reads. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withJsdoc } from "../../src/rewrite/helper/jsdoc.ts";
import { rewritten } from "./forms.ts";

const source = `const pad = require("pad");\nconsole.log([1].map(pad));\n`;
const after = `const pad = require("./pad");\nconsole.log([1].map(pad));\n`;
const plain = `/** Pads the start of a text. */\nfunction pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`;
const typed = `/**\n * Pads the start of a text.\n * @param {any} text\n * @param {any} [length]\n * @param {any} [fill]\n */\nfunction pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`;
const checking = `{ "compilerOptions": { "checkJs": true, "strict": true, "noEmit": true, "types": [] } }\n`;

rewritten("helpers in type checked JavaScript", [
  {
    fact: "tell their types where the configuration has all JavaScript checked",
    source,
    after,
    others: { "tsconfig.json": checking },
    with: { "pad.js": typed },
  },
  {
    fact: "tell their types where an editor is told to check them",
    source,
    after,
    others: { "jsconfig.json": checking },
    with: { "pad.js": typed },
  },
  {
    fact: "tell their types where a configuration that another refers to has them checked",
    source,
    after,
    others: {
      "tsconfig.json": `{ "files": [], "references": [{ "path": "./tsconfig.lib.json" }] }\n`,
      "tsconfig.lib.json": checking,
    },
    with: { "pad.js": typed },
  },
  {
    fact: "tell their types where a user asks to be checked",
    source: `#!/usr/bin/env node\n/* A program. */\n// @ts-check\n${source}`,
    after: `#!/usr/bin/env node\n/* A program. */\n// @ts-check\n${after}`,
    with: { "pad.js": typed },
  },
  {
    fact: "tell none where a user asks not to be checked",
    source: `// @ts-nocheck\n${source}`,
    after: `// @ts-nocheck\n${after}`,
    others: { "tsconfig.json": checking },
    with: { "pad.js": plain },
  },
  {
    fact: "tell none where only a string or a later comment speaks of it",
    source: `"// @ts-check";\n// @ts-check\n${source}`,
    after: `"// @ts-check";\n// @ts-check\n${after}`,
    with: { "pad.js": plain },
  },
  {
    fact: "tell their types in the file that holds them",
    source: `// @ts-check\n${source}`,
    manifest: { files: ["main.js"], bin: "main.js" },
    after: `// @ts-check\nconsole.log([1].map(pad));\n\n${typed.replace("\nmodule.exports = pad;\n", "").trimEnd()}\n`,
  },
]);

describe("withJsdoc", () => {
  const becomes = (fact: string, text: string, expected: string): void => {
    it(fact, () => {
      assert.equal(withJsdoc(text), expected);
    });
  };
  becomes(
    "keeps a cast on the line of its return",
    `function first(list: unknown) {\n  return list as {\n    readonly a: string; // what it is\n  };\n}\n`,
    `/** @param {unknown} list */\nfunction first(list) {\n  return /** @type {{ readonly a: string; }} */ (list);\n}\n`,
  );
  becomes(
    "casts a part of an expression, in the parentheses it has",
    `const a = (b as string[])[0], c = ((d || e) as F).g, h = b! + f()!;\n`,
    `// @ts-nocheck JSDoc has no words for every type in here\n\nconst a = /** @type {string[]} */ (b)[0], c = /** @type {F} */ (d || e).g, h = /** @type {NonNullable<typeof b>} */ (b) + (f());\n`,
  );
  becomes(
    "gives each parameter its type where there is no room for a comment above",
    `go((a: string, b) => a, (c?: string): c is "x" => c === "x", function (this: D, e: F) {});\n`,
    `go((/** @type {string} */ a, b) => a, /** @param {string} [c] @returns {c is "x"} */ (c) => c === "x", /** @this {D} */ function (/** @type {F} */ e) {});\n`,
  );
  becomes(
    "says a constant's type in the comment above it",
    `/** A table. */\nconst table: Readonly<Record<string, number>> = {};\nlet a: string, b: number;\n`,
    `/**\n * A table.\n * @type {Readonly<Record<string, number>>}\n */\nconst table = {};\nlet /** @type {string} */ a, /** @type {number} */ b;\n`,
  );
  becomes(
    "says types and classes",
    `/** A pair. */\ninterface Pair<A extends object, B = A> extends Base<A> {\n  readonly a: A;\n  b(): B; // later\n}\nclass Box<T> extends Bag<T> {\n  static readonly size: number = 1;\n  constructor(readonly: T) {\n    super(new Map<string, T>());\n  }\n}\n`,
    `/**\n * A pair.\n * @template {object} A\n * @template [B=A]\n * @typedef {Base<A> & { readonly a: A; b(): B }} Pair\n */\n/**\n * @template T\n * @extends {Bag<T>}\n */\nclass Box extends Bag {\n  /**\n   * @type {number}\n   * @readonly\n   */\n  static size = 1;\n  /** @param {T} readonly */\n  constructor(readonly) {\n    super(/** @type {Map<string, T>} */ (new Map()));\n  }\n}\n`,
  );
  becomes(
    "says overloads, with their templates before them",
    `/** The first. */\nfunction first<T>(list: T[]): T;\nfunction first(list: unknown): unknown {\n  return list;\n}\n`,
    `/**\n * The first.\n * @template T\n * @overload\n * @param {T[]} list\n * @returns {T}\n */\n/**\n * @param {unknown} list\n * @returns {unknown}\n */\nfunction first(list) {\n  return list;\n}\n`,
  );
  becomes(
    "leaves overloads away that take the rest, which JSDoc cannot say",
    `/** All. */\nfunction all<T>(...lists: T[]): T;\nfunction all(this: void, ...lists: unknown[]): unknown {\n  return lists;\n}\n`,
    `/**\n * All.\n * @this {void}\n * @param {unknown[]} lists\n * @returns {unknown}\n */\nfunction all(...lists) {\n  return lists;\n}\n`,
  );
});
