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

const pad = [
  `/** Pads the start of a text. */`,
  `function pad(text, length, fill = " ") {`,
  `  return (text + "").padStart(length, fill);`,
  `}`,
];
const shout = (name: string): readonly string[] => [
  `/** Makes a text loud. */`,
  `function ${name}(text) {`,
  `  return String(text).toUpperCase() + "!";`,
  `}`,
];

describe("a helper in the file that uses it", () => {
  for (const [fact, before, after, helper, manifest] of [
    [
      "is a function at its end",
      [
        `"use strict";`,
        ``,
        `const fs = require("fs");`,
        `const pad = require("pad");`,
        ``,
        `console.log([fs.existsSync("x"), 1].map(pad));`,
      ],
      [`"use strict";`, ``, `const fs = require("fs");`, ``, `console.log([fs.existsSync("x"), 1].map(pad));`],
      pad,
      packed,
    ],
    [
      "is in the style of the file",
      [`'use strict'`, `const pad = require('pad')`, `console.log([1].map(pad))`],
      [`'use strict'`, `console.log([1].map(pad))`],
      pad.map((line) => line.replaceAll('"', "'").replace(/;$/, "")),
      packed,
    ],
    [
      "stands above no comment of the file's",
      [
        `/* A licence. */`,
        `import pad from "pad";`,
        `// eslint-disable-next-line no-console`,
        `console.log([1].map(pad)); // all`,
      ],
      [`/* A licence. */`, `// eslint-disable-next-line no-console`, `console.log([1].map(pad)); // all`],
      pad,
      module,
    ],
    [
      "does not run on from a last statement without a semicolon",
      [`import pad from 'pad'`, `const one = 1`, ``, `;[one].map(pad).forEach((text) => console.log(text))`],
      [`const one = 1`, ``, `;[one].map(pad).forEach((text) => console.log(text))`],
      pad.map((line) => line.replaceAll('"', "'").replace(/;$/, "")),
      module,
    ],
    [
      "has the names that the file has for its exports",
      [`const { shout: loud } = require("kit");`, `console.log([1].map(loud), { loud }.loud(2));`],
      [`console.log([1].map(loud), { loud }.loud(2));`],
      shout("loud"),
      packed,
    ],
    [
      "has its exports' names where the file takes them as members",
      [`const kit = require("kit");`, `console.log([1].map(kit.shout), { shout: kit["shout"] }.shout(2));`],
      [`console.log([1].map(shout), { shout: shout }.shout(2));`],
      shout("shout"),
      packed,
    ],
    [
      "has names of its own where the file has theirs",
      [`import * as kit from "kit";`, `const shout = "shout";`, `console.log([1].map(kit.shout), shout);`],
      [`const shout = "shout";`, `console.log([1].map(kitShout), shout);`],
      shout("kitShout"),
      module,
    ],
    [
      "gives what it needs another name where the file has that",
      [`import depth from "nested";`, `const deepest = 7;`, `console.log([[1]].map(depth), deepest);`],
      [`const deepest = 7;`, `console.log([[1]].map(depth), deepest);`],
      [
        `function nestedDeepest(list) {`,
        `  return Math.max(0, ...list.map((one) => depth(one)));`,
        `}`,
        ``,
        `/** How deep lists stand in lists. */`,
        `function depth(value) {`,
        `  return Array.isArray(value) ? nestedDeepest(value) + 1 : 0;`,
        `}`,
      ],
      module,
    ],
    [
      "is taken inside a function, too",
      [
        `console.log(late([1]));`,
        `exports.late = late;`,
        `function late(list) {`,
        `  const pad = require("pad");`,
        `  return list.map(pad);`,
        `}`,
      ],
      [`console.log(late([1]));`, `exports.late = late;`, `function late(list) {`, `  return list.map(pad);`, `}`],
      pad,
      packed,
    ],
    [
      "is taken without a name, too",
      [`console.log([1].map(require("pad")));`],
      [`console.log([1].map(pad));`],
      pad,
      packed,
    ],
  ] satisfies readonly (readonly [string, readonly string[], readonly string[], readonly string[], object])[])
    it(fact, async () =>
      assert.equal(await becomes({ "main.js": lines(...before) }, manifest), lines(...after, "", ...helper)),
    );

  it("takes what it needs of a built-in module", async () => {
    const before = [`import nook from "nook";`, ``, `console.log([1].map(nook));`];
    const helper = [`/** A path in the nook. */`, `function nook(text) {`, `  return join("nook", String(text));`, `}`];
    assert.equal(
      await becomes({ "main.js": lines(...before) }, module),
      lines(`import { join } from "node:path";`, ``, `console.log([1].map(nook));`, ``, ...helper),
    );
  });

  it("keeps the line ends, and what stands behind the last statement", async () => {
    const before = `const pad = require("pad");\r\nconsole.log([1].map(pad));\r\n// the end`;
    assert.equal(
      await becomes({ "main.js": before }),
      `console.log([1].map(pad));\r\n\r\n${pad.join("\r\n")}\r\n\r\n// the end`,
    );
  });

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
    const before = [`/** @jsx h */`, `import pad = require("pad");`, ``, `export const padded = [1].map(pad);`];
    const { plan, files, reasons } = await rewrite(
      { "main.ts": lines(...before) },
      { files: ["main.ts"], type: "module" },
    );
    assert.deepEqual([reasons, plan.newFiles], ["", []]);
    const typed = `function pad(text: any, length?: any, fill: any = " ") {`;
    const after = [
      `/** @jsx h */`,
      ``,
      `export const padded = [1].map(pad);`,
      ``,
      pad[0] ?? "",
      typed,
      ...pad.slice(2),
    ];
    assert.equal(files["main.ts"], lines(...after));
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
      "would stand in a file beside one that is not packed",
      "where: a file that it lists needs it, beside 1 that it does not",
      {
        "main.mjs": `import join from "where";\nexport { join };\n`,
        "other.mjs": `import join from "where";\nexport { join };\n`,
      },
      { files: ["main.mjs"] },
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
      "computes something when it is loaded",
      "faults: main.js cannot hold it: it is more than functions",
      { "main.js": lines(`import { Fault } from "faults";`, `console.log(new Fault("x").code);`) },
      module,
    ],
    [
      "would take a type of the file for a global one",
      "nested: main.ts cannot hold it: it needs the global Array, which is something else there",
      {
        "main.ts": lines(
          `import depth from "nested";`,
          `interface Array { none: 1 }`,
          `export const all: Array[] = [];`,
          `export const depths = [[1]].map(depth);`,
        ),
      },
      { files: ["main.ts"], type: "module" },
    ],
    [
      "needs of a module what the file takes its own way",
      "nook: main.js cannot hold it: it needs join of node:path, which the file loads itself",
      {
        "main.js": lines(
          `import { sep } from "node:path";`,
          `import nook from "nook";`,
          `export default [sep].map(nook);`,
        ),
      },
      module,
    ],
    [
      "is handed on with its members",
      "wipe: main.js cannot hold it: it is handed on with its other exports",
      { "main.js": lines(`const wipe = require("wipe");`, `console.log(wipe, wipe.all([" a "]));`) },
      packed,
    ],
    [
      "would have the name of what it needs",
      "where: main.js cannot hold it: it is more than functions",
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
