/** A helper that could not be packed stands in the one file that uses it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, rewriteAndRun, type Files } from "./harness.ts";

const packed = { files: ["main.js"] };
const module = { ...packed, type: "module" };

/** What main.js becomes. It is run before and after. */
async function becomes(files: Files, manifest: object = packed): Promise<string> {
  const { plan, files: after, reasons } = await rewriteAndRun(files, "main.js", manifest);
  assert.equal(reasons, "");
  assert.deepEqual(plan.newFiles, []);
  return after["main.js"] ?? "";
}

const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;

describe("a helper in the file that uses it", () => {
  for (const [fact, before, after, manifest] of [
    [
      "is a function below what the file requires",
      lines(
        `"use strict";`,
        ``,
        `const fs = require("fs");`,
        `const pad = require("pad");`,
        ``,
        `console.log([fs.existsSync("x"), 1].map(pad));`,
      ),
      lines(
        `"use strict";`,
        ``,
        `const fs = require("fs");`,
        ``,
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
        ``,
        `console.log([fs.existsSync("x"), 1].map(pad));`,
      ),
      packed,
    ],
    [
      "stands below the directive where nothing else is required",
      lines(`'use strict'`, `const pad = require('pad')`, `console.log([1].map(pad))`),
      lines(
        `'use strict'`,
        ``,
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = ' ') {`,
        `  return (text + '').padStart(length, fill)`,
        `}`,
        ``,
        `console.log([1].map(pad))`,
      ),
      packed,
    ],
    [
      "stands first where nothing is left above, below a heading",
      lines(`// Copyright: anybody`, `import pad from "pad";`, `console.log([1].map(pad));`),
      lines(
        `// Copyright: anybody`,
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
        ``,
        `console.log([1].map(pad));`,
      ),
      module,
    ],
    [
      "stands behind the functions that a file ends with",
      lines(
        `import pad from "pad";`,
        ``,
        `console.log(all([1]));`,
        ``,
        `function all(list) {`,
        `  return list.map(pad);`,
        `}`,
      ),
      lines(
        `console.log(all([1]));`,
        ``,
        `function all(list) {`,
        `  return list.map(pad);`,
        `}`,
        ``,
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
      ),
      module,
    ],
    [
      "has the names that the file has for its exports",
      lines(`const { shout: loud } = require("kit");`, `console.log([1].map(loud), { loud }.loud(2));`),
      lines(
        `/** Makes a text loud. */`,
        `function loud(text) {`,
        `  return String(text).toUpperCase() + "!";`,
        `}`,
        ``,
        `console.log([1].map(loud), { loud }.loud(2));`,
      ),
      packed,
    ],
    [
      "has its exports' names where the file takes them as members",
      lines(`const kit = require("kit");`, `console.log([1].map(kit.shout), { shout: kit["shout"] }.shout(2));`),
      lines(
        `/** Makes a text loud. */`,
        `function shout(text) {`,
        `  return String(text).toUpperCase() + "!";`,
        `}`,
        ``,
        `console.log([1].map(shout), { shout: shout }.shout(2));`,
      ),
      packed,
    ],
    [
      "has names of its own where the file has theirs",
      lines(`import * as kit from "kit";`, `const shout = "shout";`, `console.log([1].map(kit.shout), shout);`),
      lines(
        `/** Makes a text loud. */`,
        `function kitShout(text) {`,
        `  return String(text).toUpperCase() + "!";`,
        `}`,
        ``,
        `const shout = "shout";`,
        `console.log([1].map(kitShout), shout);`,
      ),
      module,
    ],
    [
      "gives what it needs another name where the file has that",
      lines(`import depth from "nested";`, `const deepest = 7;`, `console.log([[1]].map(depth), deepest);`),
      lines(
        `function nestedDeepest(list) {`,
        `  return Math.max(0, ...list.map((one) => depth(one)));`,
        `}`,
        ``,
        `/** How deep lists stand in lists. */`,
        `function depth(value) {`,
        `  return Array.isArray(value) ? nestedDeepest(value) + 1 : 0;`,
        `}`,
        ``,
        `const deepest = 7;`,
        `console.log([[1]].map(depth), deepest);`,
      ),
      module,
    ],
    [
      "takes built-in modules as the file does",
      lines(
        `import { sep } from "node:path";`,
        `import where from "where";`,
        ``,
        `console.log(where("a", "b"), sep);`,
        `export { where };`,
      ),
      lines(
        `import { sep, join } from "node:path";`,
        ``,
        `const where = join;`,
        ``,
        `console.log(join("a", "b"), sep);`,
        `export { where };`,
      ),
      module,
    ],
    [
      "holds classes and constants above what uses them",
      lines(`import { Fault, Old } from "faults";`, `console.log(new Fault("x").code, new Old("y").text);`),
      lines(
        `function inherit(make) {`,
        `  make.prototype = Object.create(Error.prototype);`,
        `  return make;`,
        `}`,
        ``,
        `/** An error with a code. */`,
        `class Fault extends Error {`,
        `  code;`,
        `  constructor(text) {`,
        `    super(text);`,
        `    this.code = 7;`,
        `  }`,
        `  static of(text) {`,
        `    return new this(text);`,
        `  }`,
        `}`,
        ``,
        `/** An error from before there were classes. */`,
        `const Old = inherit(function Old(text) {`,
        `  this.text = text;`,
        `});`,
        ``,
        `console.log(new Fault("x").code, new Old("y").text);`,
      ),
      module,
    ],
    [
      "is taken inside a function, too",
      lines(
        `console.log(late([1]));`,
        `exports.late = late;`,
        `function late(list) {`,
        `  const pad = require("pad");`,
        `  return list.map(pad);`,
        `}`,
      ),
      lines(
        `console.log(late([1]));`,
        `exports.late = late;`,
        `function late(list) {`,
        `  return list.map(pad);`,
        `}`,
        ``,
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
      ),
      packed,
    ],
    [
      "is taken without a name, too",
      lines(`console.log([1].map(require("pad")));`),
      lines(
        `/** Pads the start of a text. */`,
        `function pad(text, length, fill = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
        ``,
        `console.log([1].map(pad));`,
      ),
      packed,
    ],
    [
      "does not run on into what follows in a file without semicolons",
      lines(
        `import { Old } from 'faults'`,
        `import { sep } from 'node:path'`,
        `[1].forEach((n) => console.log(n, new Old('y').text, sep))`,
      ),
      lines(
        `import { sep } from 'node:path'`,
        ``,
        `function inherit(make) {`,
        `  make.prototype = Object.create(Error.prototype)`,
        `  return make`,
        `}`,
        ``,
        `/** An error from before there were classes. */`,
        `const Old = inherit(function Old(text) {`,
        `  this.text = text`,
        `});`,
        ``,
        `[1].forEach((n) => console.log(n, new Old('y').text, sep))`,
      ),
      module,
    ],
  ] satisfies readonly (readonly [string, string, string, object])[])
    it(fact, async () => assert.equal(await becomes({ "main.js": before }, manifest), after));

  it("is a module for files that are not packed", async () => {
    const pad = lines(`const pad = require("pad");`, `console.log([1].map(pad));`);
    const { plan, files } = await rewrite({ "main.js": pad, "test/a.js": pad }, packed);
    assert.deepEqual(
      [plan.newFiles.map(({ path }) => path), files["test/a.js"]],
      [["test/pad.js"], pad.replace(`"pad"`, `"./pad"`)],
    );
  });
});

describe("a helper in a file of TypeScript", () => {
  it("has its types", async () => {
    const before = lines(
      `import pad = require("pad");`,
      `import { Fault } from "faults";`,
      ``,
      `export const padded = [1].map(pad);`,
      `export const fault = (): Fault => new Fault("x");`,
    );
    const { plan, files, reasons } = await rewrite({ "main.ts": before }, { files: ["main.ts"], type: "module" });
    assert.deepEqual([reasons, plan.newFiles], ["", []]);
    assert.equal(
      files["main.ts"],
      lines(
        `/** Pads the start of a text. */`,
        `function pad(text: any, length?: any, fill: any = " ") {`,
        `  return (text + "").padStart(length, fill);`,
        `}`,
        ``,
        `/** An error with a code. */`,
        `class Fault extends Error {`,
        `  readonly code: number;`,
        `  constructor(text: string) {`,
        `    super(text);`,
        `    this.code = 7;`,
        `  }`,
        `  static of(text: string): Fault {`,
        `    return new this(text);`,
        `  }`,
        `}`,
        ``,
        `export const padded = [1].map(pad);`,
        `export const fault = (): Fault => new Fault("x");`,
      ),
    );
  });
});

describe("a helper that no file can hold", () => {
  for (const [fact, reason, files, manifest] of [
    [
      "would stand in two files",
      "pad: 2 files that it lists need it",
      { "main.js": `console.log([1].map(require("pad")));\n`, "other.js": `console.log([1].map(require("pad")));\n` },
      { files: ["main.js", "other.js"] },
    ],
    [
      "needs a global that the file has another of",
      "kit: main.js cannot hold it: it needs the global String, which is something else there",
      {
        "main.js": lines(
          `const { shout } = require("kit");`,
          `const String = Number;`,
          `console.log([1].map(shout), String);`,
        ),
      },
      packed,
    ],
    [
      "has constants, and others of the project may ask early",
      "faults: main.js cannot hold it: it has constants, which other files of the project could ask for too early",
      {
        "main.js": lines(
          `import { Fault } from "faults";`,
          `import "./other.js";`,
          `export const fault = () => new Fault("x");`,
        ),
        "other.js": "",
      },
      { files: ["main.js", "other.js"], type: "module" },
    ],
    [
      "is handed on with its members",
      "wipe: main.js cannot hold it: it is handed on with its other exports",
      { "main.js": lines(`const wipe = require("wipe");`, `console.log(wipe, wipe.all([" a "]));`) },
      packed,
    ],
    [
      "would have the name of what it needs",
      "where: main.js cannot hold it: it needs join of a built-in module",
      { "main.js": lines(`import join from "where";`, `export { join };`) },
      { ...packed, type: "module" },
    ],
    [
      "is loaded later",
      "pad: main.js cannot hold it: it is loaded by import()",
      { "main.js": lines(`import("pad").then(({ default: pad }) => console.log([1].map(pad)));`) },
      packed,
    ],
  ] satisfies readonly (readonly [string, string, Files, object])[])
    it(`${fact} and is refused`, async () => {
      const { plan, reasons } = await rewrite(files, manifest);
      const [name, why] = [reason.slice(0, reason.indexOf(":")), reason.slice(reason.indexOf(":") + 2)];
      const said = `${name}: its helper would not be published: "files" in package.json lists no directory of sources for it`;
      assert.deepEqual([reasons, plan.files.length], [`${said}, and ${why}`, 0]);
    });
});
