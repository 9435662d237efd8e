/** Real packages: a program that uses one prints the same when it has the package's own code instead. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readProject } from "../../src/project/read.ts";
import { installOriginals } from "../recipes/proof/originals.ts";
import { run } from "../rewrite/run.ts";
import { type Files, inProject, planVendored, versionIn, write } from "./project.ts";

await installOriginals();

interface Example {
  readonly name: string;
  readonly version: string;
  /** Its folder in test/originals, where that is not name and version. */
  readonly folder?: string;
  readonly module?: true;
  readonly program: string;
  /** What its new module says, and does not say. */
  readonly has: RegExp;
  readonly lacks?: RegExp;
}

const examples: readonly Example[] = [
  {
    name: "left-pad",
    version: "1.3.0",
    program: `const pad = require("left-pad");\nconsole.log(pad("a", 4), pad(7, 3, 0), pad("abc", 2, "-"));\n`,
    has: /left-pad 1\.3\.0 \(WTFPL\)[^]*sha512-[^]*DO WHAT THE/,
  },
  {
    name: "escape-html",
    version: "1.0.3",
    program: `var escape = require("escape-html");\nconsole.log(["<a>", "&'\\"", 5].map(escape));\n`,
    has: /escape-html 1\.0\.3 \(MIT\)[^]*Permission is hereby granted[^]*'use strict'/,
  },
  {
    name: "fast-deep-equal",
    version: "3.1.3",
    program: `const equal = require('fast-deep-equal')\nconsole.log(equal({ a: [1, NaN] }, { a: [1, NaN] }), equal([1], [2]), equal(/a/g, /a/i))\n`,
    has: /Evgeny Poberezkin/,
  },
  {
    name: "extend",
    version: "3.0.2",
    program: `const extend = require("extend");\nconsole.log(JSON.stringify(extend(true, { a: { b: 1 } }, { a: { c: 2 }, __proto__: { d: 3 } })));\n`,
    has: /Stefan Thomas/,
  },
  {
    name: "is-number",
    version: "7.0.0",
    program: `const isNumber = require("is-number");\nconsole.log([1, "1", " ", null, "1e3", NaN, Infinity].map((x) => isNumber(x)), isNumber.name.length);\n`,
    has: /Jon Schlinkert/,
  },
  {
    name: "isarray",
    version: "2.0.5",
    program: `console.log(require("isarray")([]), require("isarray")({ length: 0 }));\n`,
    has: /isarray 2\.0\.5/,
  },
  {
    name: "xtend",
    version: "4.0.2",
    program: `const { default: none } = {};\nconst xtend = require("xtend");\nconsole.log(xtend({ a: 1 }, { b: 2 }, none), xtend.call(null, { c: 3 }));\n`,
    has: /Raynos/,
  },
  {
    name: "escape-string-regexp",
    version: "5.0.0",
    module: true,
    program: `import escape from "escape-string-regexp";\nconsole.log(escape("a.b-c"), [".", "\\\\"].map(escape));\n`,
    has: /Sindre Sorhus[^]*export default function escapeStringRegexp/,
  },
  {
    name: "is-plain-obj",
    version: "4.1.0",
    module: true,
    program: `import isPlain from 'is-plain-obj'\nconsole.log(isPlain({}), isPlain([]), isPlain(Object.create(null)))\n`,
    has: /export default function isPlainObject/,
  },
  {
    name: "is-stream",
    version: "4.0.1",
    module: true,
    program: `import { Readable, Writable } from "node:stream";\nimport { isReadableStream } from "is-stream";\nconsole.log(isReadableStream(new Readable()), isReadableStream(new Writable()));\n`,
    has: /export function isReadableStream/,
    lacks: /isDuplexStream|isTransformStream|isWritableStream/,
  },
  {
    name: "is-regexp",
    version: "3.1.0",
    module: true,
    program: `import * as kit from "is-regexp";\nconsole.log(kit.default(/a/), kit.default("a"));\n`,
    has: /export default function isRegexp/,
  },
  {
    name: "array-uniq",
    version: "3.0.0",
    module: true,
    program: `const { default: unique } = await import("array-uniq");\nconsole.log(unique([1, 1, 2, NaN, NaN]));\n`,
    has: /export default function arrayUniq/,
  },
  {
    name: "array-union",
    version: "3.0.1",
    module: true,
    program: `import union from "array-union";\nexport { default as again } from "array-union";\nconsole.log(union([1, 2], [2, 3]));\n`,
    has: /export default arrayUnion/,
  },
  {
    name: "core-util-is",
    version: versionIn("core-util-is"),
    folder: "core-util-is",
    program: `const is = require("core-util-is");\nconst { isRegExp: re } = require("core-util-is");\nconsole.log(is.isString("a"), is.isString(1), re(/a/), re({}));\n`,
    has: /function isString[^]*function objectToString/,
    lacks: /isSymbol|isPrimitive|isNullOrUndefined/,
  },
];

for (const example of examples) {
  const { name, version } = example;
  test(`${name} ${version} does the same as a file of the project`, async () => {
    const files: Files = { "src/main.js": example.program };
    const manifest = example.module === true ? { type: "module" } : {};
    const packages = { [name]: { version, from: example.folder ?? `${name}-${version}` } };
    await inProject({ files, packages, manifest }, async (directory) => {
      const before = await run(directory, files, "src/main.js");
      assert.equal(before.error, "");
      const made = await planVendored(readProject(directory), [name]);
      assert.deepEqual(
        made.packages.map(({ outcome, reasons }) => [outcome, reasons]),
        [["remove", []]],
      );
      assert.deepEqual(
        made.removals.map((one) => one.name),
        [name],
      );
      for (const { path, after } of made.files) write(join(directory, path), after);
      for (const { path, text } of made.newFiles) write(join(directory, path), text);
      rmSync(join(directory, "node_modules", name), { recursive: true });
      assert.deepEqual(await run(directory, files, "src/main.js"), before);
      const [module, ...others] = made.newFiles;
      assert.deepEqual(others, []);
      assert.match(module?.text ?? "", example.has);
      if (example.lacks !== undefined) assert.doesNotMatch(module?.text ?? "", example.lacks);
    });
  });
}
