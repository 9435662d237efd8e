/** What types prove, and what they do not: TypeScript programs, rewritten and read again. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, type Files } from "./harness.ts";

const strict = '{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2022", "types": [] } }\n';
const loose = '{ "compilerOptions": { "strict": false, "module": "NodeNext", "target": "ES2022", "types": [] } }\n';

interface Fact {
  readonly fact: string;
  /** The parameter list of a function around `pad(value, 3)`. */
  readonly parameters: string;
  readonly value?: string;
  readonly becomes: string;
  readonly config?: string;
}

const facts: readonly Fact[] = [
  { fact: "a string needs no conversion", parameters: "x: string", becomes: "x.padStart(3)" },
  { fact: "a string that may be undefined does", parameters: "x?: string", becomes: '(x + "").padStart(3)' },
  { fact: "any proves nothing", parameters: "x: any", becomes: '(x + "").padStart(3)' },
  { fact: "a union of literals is a string", parameters: 'x: "a" | "b"', becomes: "x.padStart(3)" },
  { fact: "an enum of strings is a string", parameters: "x: E", becomes: "x.padStart(3)" },
  { fact: "a branded string is a string", parameters: "x: string & { brand: 1 }", becomes: "x.padStart(3)" },
  { fact: "a type parameter is what its constraint is", parameters: "x: T", becomes: "x.padStart(3)" },
  {
    fact: "an element of an array may be missing",
    parameters: "x: string[]",
    value: "x[0]",
    becomes: '(x[0] + "").padStart(3)',
  },
  {
    fact: "a narrowed value is what it was narrowed to",
    parameters: "x: unknown",
    value: 'typeof x === "string" ? x : ""',
    becomes: '(typeof x === "string" ? x : "").padStart(3)',
  },
  {
    fact: "a value asserted to be a string is one by the types",
    parameters: "x: unknown",
    value: "x as string",
    becomes: "(x as string).padStart(3)",
  },
  {
    fact: "a value asserted not to be null is one by the types",
    parameters: "x: string | null",
    value: "x!",
    becomes: "x!.padStart(3)",
  },
  {
    fact: "an element asserted to be there may be missing all the same",
    parameters: "x: string[]",
    value: "x[9]!",
    becomes: '(x[9]! + "").padStart(3)',
  },
  {
    fact: "an element asserted to be there may be missing in parentheses too",
    parameters: "x: string[]",
    value: "(x[9])!",
    becomes: '((x[9])! + "").padStart(3)',
  },
  {
    fact: "an element asserted to be there may be missing in a branch",
    parameters: "x: string[]",
    value: '(x, x.length ? x[9] : "a")!',
    becomes: '((x, x.length ? x[9] : "a")! + "").padStart(3)',
  },
  {
    fact: "the type of nothing proves nothing",
    parameters: "x: () => void",
    value: "x()",
    becomes: '(x() + "").padStart(3)',
  },
  {
    fact: "types without strict null checks prove nothing",
    parameters: "x: string",
    becomes: '(x + "").padStart(3)',
    config: loose,
  },
  {
    fact: "a literal proves itself without them",
    parameters: "",
    value: '"a"',
    becomes: '"a".padStart(3)',
    config: loose,
  },
];

const program = (parameters: string, call: string): string =>
  `enum E {\n  A = "a",\n}\nexport function f<T extends string>(${parameters}): string {\n  return ${call};\n}\nexport { E };\n`;

describe("what types prove", () => {
  for (const { fact, parameters, value = "x", becomes, config = strict } of facts)
    it(fact, async () => {
      const files: Files = {
        "tsconfig.json": config,
        "main.ts": `import pad from "pad";\n${program(parameters, `pad(${value}, 3)`)}`,
      };
      const { files: after, reasons } = await rewrite(files, { type: "module" });
      assert.equal(reasons, "");
      assert.equal(after["main.ts"], program(parameters, becomes));
    });

  it("goes by the configuration that the nearest one refers to for the file", async () => {
    const of = (name: string) => ({ path: `./tsconfig.${name}.json` });
    const config = (strict: boolean, include: string) =>
      JSON.stringify({
        compilerOptions: { strict, module: "NodeNext", target: "ES2022", types: [] },
        include: [include],
      });
    const source = `import pad from "pad";\nexport const f = (x: string) => pad(x, 3);\n`;
    const { files, reasons } = await rewrite(
      {
        "tsconfig.json": JSON.stringify({
          files: [],
          references: [of("loose"), of("app"), of("gone"), { path: "lib" }],
        }),
        "tsconfig.loose.json": config(false, "loose"),
        "tsconfig.app.json": config(true, "app/**/*.ts"),
        "lib/tsconfig.json": config(true, "."),
        "loose/main.ts": source,
        "app/deep/main.ts": source,
        "lib/main.ts": source,
        "main.ts": source,
      },
      { type: "module" },
    );
    assert.equal(reasons, "");
    for (const path of ["app/deep/main.ts", "lib/main.ts"])
      assert.match(files[path] ?? "", /=> x\.padStart\(3\);/, path);
    for (const path of ["loose/main.ts", "main.ts"]) assert.match(files[path] ?? "", /=> \(x \+ ""\)\.padStart/, path);
  });

  it("a helper for TypeScript keeps its types", async () => {
    const { files } = await rewrite(
      {
        "tsconfig.json": strict,
        "src/main.ts": `import pad from "pad";\nexport const pads = [1, 2].map((n) => pad).length;\n`,
      },
      { type: "module" },
    );
    assert.equal(
      files["src/main.ts"],
      `import pad from "./pad.js";\nexport const pads = [1, 2].map((n) => pad).length;\n`,
    );
    assert.equal(
      files["src/pad.ts"],
      `/** Pads the start of a text. */\nexport default function pad(text: any, length?: any, fill: any = " ") {\n  return (text + "").padStart(length, fill);\n}\n`,
    );
  });

  it("a helper for JavaScript has none, and is written in the file's own style", async () => {
    const { files } = await rewrite({
      "lib/main.js": `'use strict'\n\nconst pad = require('pad')\n\nmodule.exports = [1].map(pad)\n`,
    });
    assert.equal(
      files["lib/pad.js"],
      `'use strict'\n\n/** Pads the start of a text. */\nfunction pad(text, length, fill = ' ') {\n  return (text + '').padStart(length, fill)\n}\n\nmodule.exports = pad\n`,
    );
  });
});

describe("what the runtime allows", () => {
  it("leaves a package whose replacement is younger than the promised Node", async () => {
    const { reasons } = await rewrite(
      { "main.js": `const C = require("signals");\nconsole.log(new C());\n` },
      { engines: { node: ">=14" } },
    );
    assert.match(reasons, /needs Node 15\.0\.0; the project promises 14\.0\.0 \(engines\.node/);
  });

  it("takes the asked-for runtime instead of the promised one", async () => {
    const files = { "main.js": `const C = require("signals");\nconsole.log(new C());\n` };
    const { reasons } = await rewrite(files, { engines: { node: ">=14" } }, { target: "16.0.0" });
    assert.equal(reasons, "");
  });

  it("keeps modules of Node out of code for browsers", async () => {
    const { reasons } = await rewrite(
      { "main.js": `const where = require("where");\nconsole.log(where("a"));\n` },
      { browser: "main.js" },
    );
    assert.match(reasons, /a module of Node, and this code is built for browsers/);
  });

  it("uses no more of the language than lib allows, and of Node what is promised", async () => {
    const files = {
      "main.js": `const C = require("signals");\nconst pad = require("pad");\nconsole.log(new C(), pad("a", 2));\n`,
    };
    const config = (target: string): Files => ({
      "tsconfig.json": `{ "compilerOptions": { "target": "${target}", "types": ["node"] } }`,
    });
    const old = await rewrite({ ...files, ...config("es2016") }, { engines: { node: ">=20" } });
    assert.match(old.reasons, /needs a language that Node 8\.0\.0 has; .* \(target "es2016" in tsconfig\.json\)/);
    assert.doesNotMatch(old.reasons, /15\.0\.0/);
    const asked = await rewrite({ ...files, ...config("es2016") }, { engines: { node: ">=20" } }, { target: "16.0.0" });
    assert.equal(asked.reasons, "");
    assert.equal((await rewrite({ ...files, ...config("es2017") }, { engines: { node: ">=20" } })).reasons, "");
  });

  it("leaves a package whose replacement is younger than the browsers that are named", async () => {
    const files = { "main.js": `const pad = require("pad");\nconsole.log(pad("a", 2));\n` };
    const { reasons } = await rewrite(files, { browserslist: ["> 1%", "ie 11"] });
    assert.match(reasons, /in browsers only since 2017-04, and this code is built for those of 2013-10/);
    assert.equal((await rewrite(files, { browserslist: ["chrome >= 60"] })).reasons, "");
  });

  it("uses what browsers have had for long", async () => {
    const { reasons } = await rewrite(
      { "main.js": `const pad = require("pad");\nconsole.log(pad("a", 2));\n` },
      { browser: "main.js" },
    );
    assert.equal(reasons, "");
  });
});

describe("what a file is when its last import goes", () => {
  it("stays a module in TypeScript", async () => {
    const { files } = await rewrite({
      "tsconfig.json": strict,
      "main.ts": `import pad from "pad";\nconsole.log(pad("a", 2));\n`,
    });
    assert.equal(files["main.ts"], `console.log("a".padStart(2));\nexport {};\n`);
  });

  it("keeps a polyfill that the promised runtime needs", async () => {
    const { reasons } = await rewrite(
      { "main.js": `require("polyfill");\nconsole.log(1);\n` },
      { engines: { node: ">=0.12" } },
    );
    assert.match(reasons, /needs Node 4\.0\.0; the project promises 0\.12\.0/);
  });
});

describe("what a package is needed for beside its usages", () => {
  const program = { "main.js": `const pad = require("pad");\nconsole.log(pad("a", 2));\n` };

  it("a file that is not rewritten loads it", async () => {
    const { reasons } = await rewrite({ ...program, "vendor/a.min.js": `var p=require("pad");p("a",2);\n` });
    assert.match(reasons, /vendor\/a\.min\.js loads it and is not rewritten/);
  });

  it("a patch changes its code", async () => {
    const { reasons } = await rewrite({ ...program, "patches/pad+1.0.0.patch": "--- a\n+++ b\n" });
    assert.match(reasons, /patches\/pad\+1\.0\.0\.patch changes its code/);
  });

  it("the name is an alias of another package", async () => {
    const { reasons } = await rewrite(program, { dependencies: { pad: "npm:other-pad@^1.0.0" } });
    assert.match(reasons, /not the registry's package of that name/);
  });

  it("a test stands something in for it by its file's name", async () => {
    const { reasons } = await rewrite({ ...program, "__mocks__/pad.js": "module.exports = () => 'x';\n" });
    assert.match(reasons, /__mocks__\/pad\.js stands in for it/);
  });

  it("the manifest maps it to something else", async () => {
    const { reasons } = await rewrite(program, { browser: { pad: "./shim.js" } });
    assert.match(reasons, /"browser" in package\.json maps it/);
  });
});

describe("all or nothing for each package", () => {
  const files: Files = {
    "a.js": `const { twice } = require("kit");\nconst pad = require("pad");\nconsole.log(twice(2), pad("a", 2));\n`,
    "b.js": `const { twice } = require("kit");\nmodule.exports = (n) => twice(n);\n`,
  };

  it("leaves every file as it was for a package that one use keeps, and removes the other", async () => {
    const { files: after, plan } = await rewrite(files);
    assert.equal(after["a.js"], `const { twice } = require("kit");\nconsole.log(twice(2), "a".padStart(2));\n`);
    assert.deepEqual(plan.removals, [{ manifest: "package.json", name: "pad", package: "pad" }]);
  });

  it("rewrites what it can with partial, and keeps the package", async () => {
    const { files: after, plan } = await rewrite(files, {}, { partial: true });
    assert.equal(after["a.js"], `console.log(2 * 2, "a".padStart(2));\n`);
    assert.equal(after["b.js"], files["b.js"]);
    assert.deepEqual(plan.removals, [{ manifest: "package.json", name: "pad", package: "pad" }]);
  });
});
