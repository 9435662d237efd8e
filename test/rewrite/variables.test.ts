/** What the syntax of JavaScript proves of a variable: everything of one that only its declaration writes, nothing before. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "./harness.ts";

const proved = "x.padStart(3)";
const unproved = '(x + "").padStart(3)';

const programs: readonly (readonly [fact: string, program: string, becomes: string])[] = [
  ["a constant", `const x = "a";\nconsole.log(CALL);`, proved],
  ["a variable nothing else writes", `var x = "a";\nconsole.log(CALL);`, proved],
  ["one that a function written later reads", `let x = "a";\nexports.f = () => CALL;`, proved],
  ["one in a function", `exports.f = (n) => {\n  var x = String(n);\n  return [n].map(() => CALL);\n};`, proved],
  ["one that a block reads later", `var x = "a";\nif (module.parent) console.log(CALL);`, proved],
  ["a constant that a function written before reads", `exports.f = () => CALL;\nconst x = "a";`, proved],
  ["a variable that a function written before reads", `exports.f = () => CALL;\nvar x = "a";`, unproved],
  ["one that a hoisted function reads", `exports.y = f();\nvar x = "a";\nfunction f() {\n  return CALL;\n}`, unproved],
  ["one that is declared in a branch", `if (module.parent) {\n  var x = "a";\n}\nconsole.log(CALL);`, unproved],
  [
    "one of another case",
    `switch (module.id) {\n  case 1:\n    var x = "a";\n  default:\n    console.log(CALL);\n}`,
    unproved,
  ],
  ["one that is assigned", `var x = "a";\nx = module;\nconsole.log(CALL);`, unproved],
  ["one that a pattern assigns", `var x = "a";\n({ x } = module);\nconsole.log(CALL);`, unproved],
  ["one that a loop assigns", `var x = "a";\nfor (x of module.paths);\nconsole.log(CALL);`, unproved],
  ["one that is counted up", `var x = "a";\nexports.f = () => x++;\nconsole.log(CALL);`, unproved],
  ["one that is declared twice", `var x = "a";\nvar x = module;\nconsole.log(CALL);`, unproved],
  ["one of a loop", `for (var x = "a"; x; x = null) console.log(CALL);`, unproved],
  ["one of which another is assigned", `var x = "a";\nexports.f = (x) => (x = 1);\nconsole.log(CALL);`, proved],
];

describe("what is known of a variable", () => {
  for (const [fact, program, becomes] of programs)
    it(`${fact}: ${becomes === proved ? "its value" : "nothing"}`, async () => {
      const before = `const pad = require("pad");\n${program.replace("CALL", "pad(x, 3)")}\n`;
      const { files, reasons } = await rewrite({ "main.js": before });
      assert.equal(reasons, "");
      assert.equal(files["main.js"], `${program.replace("CALL", becomes)}\n`);
    });

  for (const [how, load, isKnown] of [
    ["var", `var path = require("path");`, true],
    ["var of a part", `var { join } = require("node:path"), path = { join: join };`, false],
    ["let that is written", `let path = require("path");\npath = { join: () => 1 };`, false],
    ["a require that is a parameter", `exports.define = (require) => {\n  const path = require("path");`, false],
  ] as const)
    it(`what path.join gives, loaded by ${how}: ${isKnown ? "a text" : "anything"}`, async () => {
      const end = load.includes("{\n  const") ? "\n};" : "";
      const program = (call: string): string => `${load}\nconsole.log(${call});${end}\n`;
      const { files, reasons } = await rewrite({
        "main.js": `const pad = require("pad");\n${program('pad(path.join("a", module.id), 3)')}`,
      });
      assert.equal(reasons, "");
      const joined = 'path.join("a", module.id)';
      assert.equal(files["main.js"], program(isKnown ? `${joined}.padStart(3)` : `(${joined} + "").padStart(3)`));
    });
});
