/** Names that do not mean the package, and sources that cannot be read: the package stays, and the place is named. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, type Files } from "./harness.ts";

const uses: Files = { "main.js": `const pad = require("pad");\nconsole.log(pad("a", 2));\n` };

describe("a name that leads elsewhere", () => {
  for (const [fact, files, because] of [
    [
      "by the mapper of a configuration in JSON",
      { "jest.config.json": `{ "moduleNameMapper": { "^(?:pad|x)$": "<rootDir>/x.js" } }\n` },
      /"moduleNameMapper" in jest\.config\.json maps it/,
    ],
    [
      "by the mapper of a configuration in TypeScript",
      {
        "jest.config.ts": `const moduleNameMapper = { pad: "<rootDir>/x.js" };\nexport default { moduleNameMapper };\n`,
      },
      /"moduleNameMapper" in jest\.config\.ts maps it/,
    ],
    [
      "by an alias of a bundler",
      { "webpack.config.js": `module.exports = { resolve: { alias: { pad$: "./x.js" } } };\n` },
      /"alias" in webpack\.config\.js maps it/,
    ],
    [
      "by an alias for a part of it",
      { "vite.config.mjs": `export default { resolve: { alias: { "pad/lib": "./x.js" } } };\n` },
      /"alias" in vite\.config\.mjs maps it/,
    ],
    [
      "by the paths of a compiler",
      { "tsconfig.json": `{ "compilerOptions": { "paths": { "*": ["./own/*"] } } }\n`, "own/pad.ts": "export {};\n" },
      /own\/pad\.ts answers to its name, by tsconfig\.json/,
    ],
    [
      "by the base of a compiler",
      { "jsconfig.json": `{ "compilerOptions": { "baseUrl": "src" } }\n`, "src/pad/index.js": "" },
      /src\/pad\/index\.js answers to its name, by jsconfig\.json/,
    ],
    [
      "by the paths of a configuration that another refers to",
      {
        "tsconfig.json": `{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }\n`,
        "tsconfig.app.json": `{ "compilerOptions": { "baseUrl": "src" } }\n`,
        "src/pad.ts": "export {};\n",
      },
      /src\/pad\.ts answers to its name, by tsconfig\.app\.json/,
    ],
    ["by a script of a page", { "index.html": `<script src="node_modules/pad/index.js"></script>\n` }, /index\.html:1/],
    [
      "by an import map",
      { "index.html": `<script type="importmap">{"imports":{"pad":"/pad.js"}}</script>\n` },
      /index/,
    ],
  ] satisfies readonly (readonly [string, Files, RegExp])[])
    it(fact, async () => {
      const { reasons, plan } = await rewrite({ ...uses, ...files });
      assert.match(reasons, because);
      assert.deepEqual(plan.files, []);
    });

  it("by what the manifest puts in its place", async () => {
    const { reasons } = await rewrite(uses, { overrides: { pad: "npm:other@1" } });
    assert.match(reasons, /npm:other@1 is not the registry's package of that name/);
  });

  it("goes all the same where mappers and declarations mean others", async () => {
    const { reasons } = await rewrite({
      ...uses,
      "jest.config.js": `module.exports = { moduleNameMapper: { "\\\\.css$": "<rootDir>/x.js", "^src/(.*)$": "<rootDir>/src/$1" } };\n`,
      "webpack.config.js": `module.exports = { resolve: { alias: { react: "preact/compat" } } };\n`,
      "tsconfig.json": `{ "compilerOptions": { "paths": { "*": ["./types/*"] } } }\n`,
      "types/pad.d.ts": "export {};\n",
    });
    assert.equal(reasons, "");
  });
});

describe("a source that cannot be read", () => {
  for (const [fact, expression] of [
    ["a sum of thousands", Array.from({ length: 4000 }, (_, i) => `"${i}"`).join(" +\n  ")],
    ["a list in a list, thousands deep", `${"[\n".repeat(4000)}${"]".repeat(4000)}`],
  ] as const)
    it(fact, async () => {
      const { reasons } = await rewrite({
        "main.js": `const pad = require("pad");\nconsole.log(pad("a", 2), ${expression});\n`,
      });
      assert.match(reasons, /main\.js cannot be parsed \(line 1: its expressions are nested too deeply\)/);
    });
});

it("does without types where the compiler runs out of stack on a chain of imports", async () => {
  const files: Record<string, string> = {
    "tsconfig.json": '{ "compilerOptions": { "strict": true, "module": "NodeNext", "types": [] } }\n',
    "main.ts": `import pad from "pad";\nimport { x } from "./m0.js";\nexport const f = (): string => pad(x, 3);\n`,
  };
  const length = 2500;
  for (let i = 0; i < length; i += 1)
    files[`m${i}.ts`] = i + 1 < length ? `export { x } from "./m${i + 1}.js";\n` : 'export const x = "a";\n';
  const { files: after, reasons } = await rewrite(files, { type: "module" });
  assert.equal(reasons, "");
  assert.match(after["main.ts"] ?? "", /=> \(x \+ ""\)\.padStart\(3\)/);
});
