import { after, test } from "node:test";
import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { formatChanges } from "../../src/apply/format.ts";
import { readProject } from "../../src/project/read.ts";
import { makeTree, removeTree } from "./tree.ts";

const roots: string[] = [];
after(() => roots.forEach(removeTree));

const prettier = dirname(createRequire(import.meta.url).resolve("prettier/package.json"));
const manifest = '{\n  "name": "quay",\n  "devDependencies": { "prettier": "3" }\n}\n';
const clean = "const tide = { a: 1 };\n";
const planned = "const tide = {a: String(1).padStart(5, '0')};\n";
const formatted = 'const tide = { a: String(1).padStart(5, "0") };\n';

async function format(files: Readonly<Record<string, string>>, before: string | undefined = clean, path = "src/a.js") {
  const root = makeTree({ "package.json": manifest, "src/a.js": clean, ...files });
  roots.push(root);
  mkdirSync(join(root, "node_modules"));
  symlinkSync(prettier, join(root, "node_modules/prettier"));
  const result = await formatChanges(readProject(root), [{ path, before, after: planned }]);
  return { text: result.changes[0]?.after, notes: result.notes };
}

test("a file that was clean is clean after, by whatever data the project configures", async () => {
  assert.equal((await format({})).text, formatted);
  const single = formatted.replaceAll('"', "'");
  assert.equal((await format({ ".prettierrc": "singleQuote: true\n" })).text, single);
  assert.equal((await format({ ".prettierrc.json": '{ "singleQuote": true }' })).text, single);
  assert.equal((await format({ ".prettierrc.toml": "singleQuote = true\n" })).text, single);
  assert.equal((await format({ "src/.prettierrc": '"singleQuote": true\n' })).text, single);
  const inManifest = manifest.replace('"name"', '"prettier": { "semi": false },\n  "name"');
  const bare = clean.replace(";", "");
  assert.equal((await format({ "package.json": inManifest }, bare)).text, formatted.replace(/;\n/, "\n"));
  const wide = "const tide = {\n\ta: 1,\n};\n";
  const tabs = await format({ ".editorconfig": "root = true\n[*]\nindent_style = tab\n" }, wide);
  assert.equal(tabs.text, formatted);
});

test("a file that was not clean stays as planned", async () => {
  assert.deepEqual(await format({}, "const tide = {a: 1}\n"), { text: planned, notes: [] });
});

test("a new file is formatted", async () => {
  const root = makeTree({ "package.json": manifest });
  roots.push(root);
  mkdirSync(join(root, "node_modules"));
  symlinkSync(prettier, join(root, "node_modules/prettier"));
  const change = { path: "src/native/pad.js", before: undefined, after: planned };
  assert.equal((await formatChanges(readProject(root), [change])).changes[0]?.after, formatted);
});

test("a new file beside files that Prettier did not make stays as planned, unless it is configured", async () => {
  const changes = [
    { path: "src/native/pad.js", before: undefined, after: planned },
    { path: "src/a.js", before: "const tide = {a: 1}\n", after: planned },
  ];
  const textOf = async (files: Readonly<Record<string, string>>) => {
    const root = makeTree({ "package.json": manifest, ...files });
    roots.push(root);
    mkdirSync(join(root, "node_modules"));
    symlinkSync(prettier, join(root, "node_modules/prettier"));
    return (await formatChanges(readProject(root), changes)).changes.map(({ after }) => after);
  };
  assert.deepEqual(await textOf({}), [planned, planned]);
  assert.deepEqual(await textOf({ ".prettierrc": "semi: true\n" }), [formatted, planned]);
});

test("a configuration that is code is never executed: the file is left as planned, and that is said", async () => {
  const trap = "throw new Error('executed');\n";
  for (const [path, text] of [
    [".prettierrc.js", `module.${"exports"} = {};\n${trap}`],
    ["prettier.config.mjs", trap],
    ["src/prettier.config.cjs", trap],
    [".prettierrc", '"trap-config"\n'],
    [".prettierrc.yaml", "trap-config\n"],
    [".prettierrc", "plugins:\n  - ./trap.js\n"],
    ["package.json", manifest.replace('"name"', '"prettier": "trap-config",\n  "name"')],
  ] as const) {
    const files = { [path]: text, "trap.js": trap, "node_modules_/trap-config/index.js": trap };
    const result = await format(files);
    assert.equal(result.text, planned, path);
    assert.match(result.notes.join(), /code, which is not executed/, path);
    const named = text.includes(trap) ? "is code" : "names a configuration that is code";
    if (!text.startsWith("plugins")) assert.ok(result.notes.join().startsWith(`${path} ${named}, which`), path);
  }
});

test("files that Prettier ignores or cannot read stay as planned", async () => {
  assert.deepEqual(await format({ ".prettierignore": "src\n" }), { text: planned, notes: [] });
  assert.deepEqual(await format({}, clean, "src/a.unknown"), { text: planned, notes: [] });
  const broken = await format({}, "const = ;\n");
  assert.equal(broken.text, planned);
  assert.match(broken.notes.join(), /src\/a\.js was left unformatted/);
});

test("without Prettier in a manifest nothing is formatted, and nothing is said", async () => {
  assert.deepEqual(await format({ "package.json": '{ "name": "quay" }' }), { text: planned, notes: [] });
});

test("a Prettier that is listed and not installed is said", async () => {
  const root = makeTree({ "package.json": manifest, "src/a.js": clean });
  roots.push(root);
  const result = await formatChanges(readProject(root), [{ path: "src/a.js", before: clean, after: planned }]);
  assert.equal(result.changes[0]?.after, planned);
  assert.match(result.notes.join(), /not installed/);
});
