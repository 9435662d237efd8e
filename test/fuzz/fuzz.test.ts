/** The machine that finds mistakes does find them. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Catalog } from "../../src/catalog/catalog.ts";
import type { Plan } from "../../src/rewrite/plan.ts";
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
    catalog = await createCatalog();
  });

  it("are the same for the same seed", () => {
    assert.deepEqual(generate(7), generate(7));
    assert.notDeepEqual(generate(7).files, generate(8).files);
  });

  it("use the named packages alone, or a toy where their kind of module cannot load them", () => {
    const names = new Set(["left-pad", "pad"]);
    const used = new Set(
      Array.from({ length: 40 }, (_, seed) => generate(seed, names)).flatMap(({ packages }) =>
        packages.map(({ name }) => name),
      ),
    );
    assert.deepEqual([...used].sort(), ["left-pad", "pad"]);
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

  /** The kinds of mistakes in a program whose plan was changed. */
  const spoiled = async (source: string, how: (plan: Plan) => Plan, file = "main.cjs"): Promise<readonly string[]> => {
    const [found] = await examine([programOf(source, file)], catalog, { spoil: how });
    return [...new Set((found?.mistakes ?? []).map(({ kind }) => kind))];
  };
  /** Changes what the plan leaves of the program's file. */
  const text =
    (how: (after: string) => string) =>
    (plan: Plan): Plan => ({ ...plan, files: plan.files.map((file) => ({ ...file, after: how(file.after) })) });
  const source = `const pad = require("pad");\nconsole.log(pad("x", 3));\nconsole.log([1].map(pad));\n`;

  it("find nothing in a plan that is right", async () => {
    assert.deepEqual(await spoiled(source, (plan) => plan), []);
  });

  it("betray other output, another error and another exit code", async () => {
    const differs = ["behaves differently"];
    assert.deepEqual(
      await spoiled(
        source,
        text((after) => after.replace("padStart(3)", "padStart(4)")),
      ),
      differs,
    );
    const throwing = text((after) => after.replace("padStart(3)", "padStart(3n)"));
    assert.deepEqual(await spoiled(source.replace("console.log(pad(", "(pad("), throwing), differs);
    const leaving = `const pad = require("pad");\nprocess.exitCode = Number(pad("3", 3));\n`;
    assert.deepEqual(
      await spoiled(
        leaving,
        text((after) => after.replace('"3"', '"4"')),
      ),
      differs,
    );
    assert.deepEqual(
      await spoiled(
        `const pad = require("pad");\nconsole.error(pad("x", 3));\n`,
        text((after) => after.replace("error", "warn")),
      ),
      [],
    );
  });

  it("betray a text that no longer parses", async () => {
    assert.ok(
      (
        await spoiled(
          source,
          text((after) => `${after}(`),
        )
      ).includes("no longer parses"),
    );
  });

  it("betray a package that is loaded still, and one that is found again", async () => {
    const again = await spoiled(
      source,
      text((after) => `${after}console.log(require("pad")("x", 2));\n`),
    );
    assert.ok(again.includes("still loads a package that goes"), again.join());
    assert.ok(again.includes("a second run changes something"), again.join());
  });

  it("betray a name that nothing declares, and one that nothing uses", async () => {
    const undeclared = await spoiled(
      source,
      text((after) => after.replace(/.*require.*\n/, "")),
    );
    assert.deepEqual(undeclared, ["uses a name nothing declares", "behaves differently"]);
    assert.deepEqual(
      await spoiled(
        source,
        text((after) => `const rest = 1;\n${after}`),
      ),
      ["leaves a name nothing uses"],
    );
  });

  it("betray an edit far from every use, and a comment that is lost", async () => {
    const far = `${source}\nlet note = 1;\nnote = 2;\n// note7 is here\nconsole.log(note);\n`;
    const edited = await spoiled(far, (plan) => ({
      ...plan,
      files: plan.files.map((file) => {
        const start = file.before.indexOf("note = 2");
        return {
          ...file,
          after: file.after.replace("note = 2", "note = 1 + 1"),
          edits: [...file.edits, { start, end: start + "note = 2".length, text: "note = 1 + 1" }],
        };
      }),
    }));
    assert.deepEqual(edited, ["touches a line without a usage"]);
    assert.deepEqual(
      await spoiled(
        far,
        text((after) => after.replace("// note7 is here\n", "")),
      ),
      ["loses a comment"],
    );
  });

  it("betray a helper with a type error", async () => {
    const typed = `import pad from "pad";\nexport const all = [1].map(pad as any);\n`;
    const config = {
      compilerOptions: {
        strict: true,
        module: "commonjs",
        esModuleInterop: true,
        types: [],
        ignoreDeprecations: "6.0",
      },
    };
    const program: Program = {
      ...programOf(typed, "main.ts"),
      dialect: "ts-cjs",
      files: { ...programOf(typed, "main.ts").files, "tsconfig.json": JSON.stringify(config) },
    };
    const kinds = async (how: (plan: Plan) => Plan): Promise<readonly string[]> =>
      (await examine([program], catalog, { spoil: how }))[0]!.mistakes.map(({ kind }) => kind);
    const spoil = (plan: Plan): Plan => ({
      ...plan,
      newFiles: plan.newFiles.map((file) => ({ ...file, text: `${file.text}export const wrong: string = 1;\n` })),
    });
    assert.deepEqual(await kinds((plan) => plan), []);
    assert.deepEqual(await kinds(spoil), ["a helper has a type error"]);
  });

  it("betray an engine that fails, and one whose own check stopped it", async () => {
    const failing = await spoiled(source, () => {
      throw new Error("no plan");
    });
    assert.deepEqual(failing, ["the engine fails"]);
    const stopped = await spoiled(source, (plan) => ({
      ...plan,
      packages: plan.packages.map((one) => ({ ...one, reasons: ["it broke (please report it)"] })),
    }));
    assert.deepEqual(stopped, ["the engine's own check stopped it"]);
  });

  it("forgive what a recipe declares, and nothing else", async () => {
    const leftPad = packages.filter(({ original }) => original === "left-pad-1.3.0");
    const program = (call: string): Program => ({
      ...programOf(`const pad = require("left-pad");\nconsole.log(${call});\n`),
      packages: leftPad,
      files: {
        ...programOf(`const pad = require("left-pad");\nlet size = 3.5;\nconsole.log(${call});\n`).files,
        "package.json": '{ "name": "program", "version": "1.0.0", "dependencies": { "left-pad": "1.3.0" } }\n',
      },
    });
    const spoil = text((after) => after.replace(/"a"/, '"b"'));
    const [declared] = await examine([program('pad("a", size)')], catalog, { spoil });
    assert.deepEqual([declared?.mistakes, declared?.isDeclared], [[], true]);
    const [plain] = await examine([program('pad("a", 3)')], catalog, { spoil });
    assert.deepEqual([plain?.mistakes.map(({ kind }) => kind), plain?.isDeclared], [["behaves differently"], false]);
  });

  it("draw every recipe that depends on its arguments alone, and none that reads or changes the world", () => {
    const names = new Set(packages.map(({ name }) => name));
    for (const name of ["left-pad", "lodash.get", "is-plain-object", "xtend", "array-union"])
      assert.ok(names.has(name));
    for (const name of ["rimraf", "mkdirp", "path-exists", "uuid", "chalk", "is-windows", "process-nextick-args"])
      assert.ok(!names.has(name), name);
  });
});
