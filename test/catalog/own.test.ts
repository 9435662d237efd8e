import assert from "node:assert/strict";
import { readFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { makeProject, readTree, shrinkdeps } from "../cli/command.ts";

/** A package of the project's own world, in no catalogue: `tide-table` gives a high water, `harbour-log` has chains. */
const dependencies = { "tide-table": "1.2.0", "left-pad": "1.3.0", "harbour-log": "3.0.0" };

const tideTable = `import { defineRecipe } from "shrinkdeps/recipe";

export default defineRecipe({
  package: "tide-table",
  versions: ">=1 <2",
  replacement: "Math.max",
  floor: { node: "0.10.0" },
  exports: {
    highest: (levels: readonly number[]) => Math.max(...levels),
  },
});
`;

const harbourLog = `import { defineRecipe, type MemberUse } from "../../src/recipe.ts";

enum Level { low, high }

export default defineRecipe({
  package: "harbour-log",
  versions: ">=3",
  replacement: "console",
  floor: { node: "8.0.0" },
  exports: {},
  require: "default",
  rewrite(use: MemberUse) {
    if (use.members.length !== 1 || use.args !== 1) return { refuse: "only log.<level>(text) is known" };
    return { functions: [\`(text: unknown) => console.log("\${use.members[0]} \${Level.high}", text)\`] };
  },
});
`;

const settings = { recipes: ["tools/recipes/*.ts"] };
const port = {
  "package.json": manifest(settings),
  "tools/recipes/tide-table.ts": tideTable,
  "src/tides.js": 'import { highest } from "tide-table";\n\nconsole.log(highest([1, 3, 2]));\n',
  "node_modules/tide-table/package.json": { name: "tide-table", version: "1.2.0" },
  "node_modules/harbour-log/package.json": { name: "harbour-log", version: "3.0.0" },
  "node_modules/left-pad/package.json": { name: "left-pad", version: "1.3.0" },
};
const logging = {
  ...port,
  "tools/recipes/harbour-log.ts": harbourLog,
  "src/log.js": 'import log from "harbour-log";\n\nlog.warn("fog");\n',
};

function manifest(own: object): object {
  const engines = { node: ">=20" };
  return { name: "port", version: "1.0.0", type: "module", engines, dependencies, shrinkdeps: own };
}

async function failure(context: TestContext, files: Readonly<Record<string, string | object>>): Promise<string> {
  const { code, stdout, stderr } = await shrinkdeps(makeProject(context, { ...port, ...files }), ["analyze"]);
  assert.deepEqual([code, stdout], [2, ""], stderr);
  return stderr.replace(/^shrinkdeps: /, "").trimEnd();
}

test("a project's own recipe replaces a package that no catalogue knows", async (context) => {
  const root = makeProject(context, port);
  assert.match((await shrinkdeps(root, ["analyze"])).stdout, /tide-table/);
  assert.match((await shrinkdeps(root, ["explain", "tide-table"])).stdout, /Math\.max\(\.\.\.\[1, 3, 2\]\)/);
  assert.equal((await shrinkdeps(root, ["apply", "--yes", "tide-table"])).code, 0);
  assert.equal(readFileSync(join(root, "src/tides.js"), "utf8"), "console.log(Math.max(...[1, 3, 2]));\n");
});

test("it may stand in shrinkdeps.json, and import the module by its path, its name, or not at all", async (context) => {
  for (const from of ["../../src/recipe.ts", "../src/recipe.ts", "./recipe.js", "shrinkdeps/recipe"]) {
    const { shrinkdeps: _, ...own } = { ...manifest({}) } as Record<string, unknown>;
    const root = makeProject(context, {
      ...port,
      "package.json": own,
      "shrinkdeps.json": { recipes: ["./tools/**/*.ts", "!tools/**/*.test.ts"] },
      "tools/recipes/tide-table.ts": tideTable.replace("shrinkdeps/recipe", from),
      "tools/recipes/tide-table.test.ts": "no recipe at all",
    });
    assert.equal((await shrinkdeps(root, ["apply", "--yes", "tide-table"])).code, 0, from);
  }
});

test("it wins over the catalogue's for the same package", async (context) => {
  const own = tideTable
    .replace("tide-table", "left-pad")
    .replace("highest", "default")
    .replace("Math.max(...levels)", '""');
  const root = makeProject(context, {
    ...port,
    "tools/recipes/pad.ts": own.replace("levels: readonly number[]", "text: string, length: number"),
    "src/label.js": 'import leftPad from "left-pad";\n\nconsole.log(leftPad("1", 2));\n',
  });
  assert.equal((await shrinkdeps(root, ["apply", "--yes", "left-pad"])).code, 0);
  assert.equal(readFileSync(join(root, "src/label.js"), "utf8"), 'console.log("");\n');
});

test("code in it is not run without --allow-recipe-code: what it would decide is refused, and says so", async (context) => {
  const trap = `require("node:fs").writeFileSync("ran.txt", "");\n`;
  const root = makeProject(context, { ...logging, "tools/recipes/harbour-log.ts": `${trap}${harbourLog}` });
  const before = readTree(root);
  for (const argv of [["analyze"], ["explain", "harbour-log"]]) {
    const { code, stdout } = await shrinkdeps(root, argv);
    assert.equal(code, 0);
    assert.match(
      stdout.replace(/\s+/g, " "),
      /decides by code \(`rewrite` in tools\/recipes\/harbour-log\.ts\), which is run with --allow-recipe-code only/,
    );
  }
  assert.equal((await shrinkdeps(root, ["apply", "--yes", "harbour-log"])).code, 1);
  assert.deepEqual(readTree(root), before);
});

test("with --allow-recipe-code it is compiled and asked, and nothing is written for that", async (context) => {
  const root = makeProject(context, logging);
  assert.equal((await shrinkdeps(root, ["apply", "--yes", "--allow-recipe-code", "harbour-log"])).code, 0);
  assert.equal(readFileSync(join(root, "src/log.js"), "utf8"), 'console.log("warn 1", "fog");\n');
  const files = Object.keys(readTree(root)).filter((path) => !path.startsWith(".shrinkdeps/"));
  assert.deepEqual(files, Object.keys(logging).sort());
});

const quayCli = `import { type CommandUse, defineRecipe, eachPath } from "shrinkdeps/recipe";

export default defineRecipe({
  package: "quay-cli",
  versions: ">=1 <2",
  replacement: "fs.rm",
  floor: { node: "14.14.0" },
  commands: {
    quay: ({ words }: CommandUse) => eachPath(words, (path) => \`fs.rmSync(\${path}, { force: true })\`),
  },
  exports: {},
});
`;

test("commands of an own recipe are asked with --allow-recipe-code only, and what they answer is looked at", async (context) => {
  const own = { name: "port", shrinkdeps: settings, devDependencies: { "quay-cli": "1.0.0" } };
  const files = {
    "package.json": { ...own, scripts: { clean: "quay dist" } },
    "tools/recipes/quay-cli.ts": quayCli,
    "node_modules/quay-cli/package.json": { name: "quay-cli", version: "1.0.0", bin: { quay: "quay.js" } },
  };
  const root = makeProject(context, files);
  const refused = await shrinkdeps(root, ["apply", "--yes", "quay-cli"]);
  assert.equal(refused.code, 1);
  const reason =
    /decides by code \(`commands` in tools\/recipes\/quay-cli\.ts\), which is run with --allow-recipe-code/;
  assert.match((refused.stdout + refused.stderr).replace(/\s+/g, " "), reason);
  assert.equal((await shrinkdeps(root, ["apply", "--yes", "--allow-recipe-code", "quay-cli"])).code, 0);
  const after: { scripts: object } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(after.scripts, { clean: "node -e \"fs.rmSync('dist', { force: true })\"" });

  const mistakes: readonly (readonly [string, RegExp])[] = [
    [quayCli.replace("eachPath(words", "eachPath(null.x"), /quay-cli\.ts:8: `commands` fails for quay: /],
    [quayCli.replace(/eachPath\(.*\),\n/, "({ run: words }),\n"), /quay-cli\.ts:8: `commands` give \{ node: … \}/],
    [quayCli.replace(/quay: .*,\n/, "quay: 5,\n"), /quay-cli\.ts:8: `commands` has no function for quay/],
    [quayCli.replace("commands: {", "commands: { ...{},"), /quay-cli\.ts:8: `commands` names each command/],
  ];
  for (const [text, message] of mistakes) {
    const broken = makeProject(context, { ...files, "tools/recipes/quay-cli.ts": text });
    const { code, stderr } = await shrinkdeps(broken, ["analyze", "--allow-recipe-code"]);
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
});

test("a mistake in code points at its line, when it is loaded, asked or answers nonsense", async (context) => {
  const mistakes: readonly (readonly [string, RegExp])[] = [
    [
      harbourLog.replace("enum", 'throw new Error("no tide today");\nenum'),
      /harbour-log\.ts:\d+: cannot be loaded: no tide today/,
    ],
    [
      harbourLog.replace("if (use", "null.x; if (use"),
      /harbour-log\.ts:12: `rewrite` fails for default\.warn: Cannot read/,
    ],
    [harbourLog.replace("{ functions:", "{ function:"), /harbour-log\.ts:12: `rewrite` gives \{ functions: \[…\] \}/],
    [
      harbourLog.replace("(text: unknown) =>", "(text: unknown =>"),
      /harbour-log\.ts:12: `rewrite` gives a function's source, not/,
    ],
  ];
  for (const [text, message] of mistakes) {
    const root = makeProject(context, { ...logging, "tools/recipes/harbour-log.ts": text });
    const { code, stderr } = await shrinkdeps(root, ["analyze", "--allow-recipe-code"]);
    assert.equal(code, 2);
    assert.match(stderr, message);
  }
});

test("what is no recipe points at file and line, and nothing runs", async (context) => {
  const recipe = (text: string) => failure(context, { "tools/recipes/tide-table.ts": text });
  const at = "tools/recipes/tide-table.ts";
  assert.equal(await recipe("export const x = 1;\n"), `${at}:1: a recipe exports defineRecipe({…}) by default`);
  assert.equal(await recipe(tideTable.replace("exports: {", "exports: [")), `${at}:9: ',' expected.`);
  assert.equal(
    await recipe(tideTable.replace('">=1 <2"', "range()")),
    `${at}:5: this must be written out as a literal`,
  );
  assert.match(
    await recipe(tideTable.replace("floor: {", "floor: { ...shared,")),
    /^tools\/recipes\/tide-table\.ts:\d+: an object is written out, property by property$/,
  );
  assert.equal(
    await recipe(tideTable.replace("versions:", "...shared, versions:")),
    `${at}:5: an era is written out, without spreading another object`,
  );
  assert.match(
    await recipe(tideTable.replace("(levels: readonly number[]) => Math.max(...levels)", "5")),
    /tide-table\.ts:9: a replacement is a function/,
  );
  assert.match(
    await recipe(`import { x } from "./levels.ts";\n${tideTable}`),
    /tide-table\.ts:1: imports "\.\/levels\.ts" \(a recipe imports/,
  );
  assert.match(await recipe(`${tideTable}export * from "lodash";\n`), /tide-table\.ts:12: imports "lodash"/);
  assert.match(
    await failure(context, { "tools/recipes/again.ts": tideTable }),
    /tide-table\.ts:1: is for tide-table, as tools\/recipes\/again\.ts is/,
  );
});

test("a pattern that leads out, or to nothing, is a mistake in the settings", async (context) => {
  const pattern = (...recipes: unknown[]) => failure(context, { "package.json": manifest({ recipes }) });
  assert.match(
    await pattern("../recipes/*.ts"),
    /^package\.json:\d+: "\.\.\/recipes\/\*\.ts" is not a path inside the project/,
  );
  assert.match(await pattern("/etc/*.ts"), /is not a path inside the project/);
  assert.match(await pattern("tools/recipe/*.ts"), /^package\.json:\d+: no file is named "tools\/recipe\/\*\.ts"/);
  assert.match(await pattern("node_modules/**/*.json"), /no file is named/);
  assert.match(await pattern(5), /"recipes" must be a list of paths/);
});

test("recipes are not read through a symlink out of the project", async (context) => {
  const outside = makeProject(context, { "tide-table.ts": tideTable });
  const root = makeProject(context, { ...port, "package.json": manifest({ recipes: ["linked/*.ts", "one/*.ts"] }) });
  symlinkSync(outside, join(root, "linked"));
  mkdirSync(join(root, "one"));
  symlinkSync(join(outside, "tide-table.ts"), join(root, "one/tide-table.ts"));
  assert.match((await shrinkdeps(root, ["analyze"])).stderr, /no file is named "linked\/\*\.ts"/);
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest({ recipes: ["one/*.ts"] })));
  assert.match((await shrinkdeps(root, ["analyze"])).stderr, /no file is named "one\/\*\.ts"/);
});
