/** The machine that finds mistakes does find them. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { installOriginals } from "../recipes/proof/originals.ts";
import { examine } from "./examine.ts";
import { generate, type Program } from "./generate.ts";
import { packages } from "./packages.ts";
import { reportMistake } from "./report.ts";
import { shrink } from "./shrink.ts";
import { createCatalog } from "./world.ts";

const pad = packages.filter(({ name }) => name === "pad");

function programOf(source: string, file = "main.cjs"): Program {
  const files = {
    "package.json": '{ "name": "program", "version": "1.0.0", "dependencies": { "pad": "1.0.0" } }\n',
    [file]: source,
  };
  return { seed: 0, dialect: "cjs", packages: pad, forms: ["declared by require"], files, entry: file };
}

describe("programs made from seeds", () => {
  let catalog: Catalog;
  before(async () => {
    await installOriginals();
    catalog = await createCatalog();
  });

  it("are the same for the same seed", () => {
    assert.deepEqual(generate(7), generate(7));
    assert.notDeepEqual(generate(7).files, generate(8).files);
  });

  it("betray a recipe that pads at the wrong end", async () => {
    const wrong = await createCatalog({
      "recipes/pad.ts": `
import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "pad", versions: "1", replacement: "wrong", floor: { node: "8.0.0", baseline: "2017-04" },
  exports: { default: (text: any, length?: any, fill: any = " ") => (text + "").padEnd(length, fill) },
});`,
    });
    const program = programOf(
      `const pad = require("pad");\nconst a = 1;\nif (a) {\n  console.log(a, [pad("x", 3)]);\n}\n`,
    );
    const [found] = await examine([program], wrong);
    assert.equal(found?.mistakes[0]?.kind, "behaves differently");
    const smallest = await shrink(found, wrong);
    assert.match(smallest.program.files["main.cjs"] ?? "", /pad/);
    assert.ok((smallest.program.files["main.cjs"] ?? "").length < 70, smallest.program.files["main.cjs"]);
    assert.match(reportMistake(smallest), /npm run fuzz -- --seed 0 --programs 1/);
  });

  it("betray a text that was spoiled behind the plan", async () => {
    const program = programOf(`const pad = require("pad");\nconsole.log(pad("x", 3));\nconsole.log([1].map(pad));\n`);
    const spoil = (how: (text: string) => string): Promise<readonly string[]> =>
      examine([program], catalog, {
        spoil: (after) => ({ ...after, "main.cjs": how(after["main.cjs"] ?? "") }),
      }).then(([found]) => (found?.mistakes ?? []).map(({ kind }) => kind));
    assert.deepEqual(await spoil((text) => text), []);
    assert.deepEqual(await spoil((text) => text.replace(/.*require.*\n/, "")), ["behaves differently"]);
    assert.deepEqual(await spoil((text) => text.replace("padStart(3)", "padStart(4)")), ["behaves differently"]);
    assert.ok((await spoil((text) => text.replace(/"\.\/pad\S*"/, '"pad"'))).includes("behaves differently"));
    assert.ok(
      (await spoil((text) => `${text}console.log(require("pad")("x", 2));\n`)).includes(
        "a second run changes something",
      ),
    );
  });
});
