import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import semver from "semver";
import { ts } from "../../src/typescript.ts";
import { parseRecipe } from "../../src/catalog/parse.ts";
import { readFamily } from "../../src/catalog/read.ts";
import type { Recipe } from "../../src/recipe.ts";
import { argumentsOf, isGeneral, parametersOf } from "./proof/calls.ts";
import { root } from "./proof/originals.ts";
import { loadRecipe, originalsOf } from "./proof/prove.ts";
import { readSettings } from "./proof/settings.ts";
import { alone } from "./proof/tests.ts";
import { type FunctionNode, type WrittenRecipe, readRecipes } from "./proof/source.ts";

const recipes = readRecipes();

test("every recipe is in one of the long proofs", () => {
  const names = recipes.map(({ name }) => name);
  assert.deepEqual(
    alone.filter((name) => !names.includes(name)),
    [],
  );
  const shares = ["proof-first-half", "proof-second-half"];
  const wanted = [...alone.map((name) => `proof-${name}`), ...shares].map((name) => `${name}.full.ts`);
  const found = readdirSync(join(root, "test", "recipes")).filter((file) => /^proof-.*\.full\.ts$/.test(file));
  assert.deepEqual(found.sort(), wanted.sort());
  for (const name of alone)
    assert.ok(
      readFileSync(join(root, "test", "recipes", `proof-${name}.full.ts`), "utf8").includes(`("${name}")`),
      name,
    );
});

for (const written of recipes) {
  test(`${written.name}: is complete, literal and named after its package`, async () => {
    const eras = await loadRecipe(written.name);
    assert.equal(eras.length, written.eras.length);
    for (const era of eras) assertComplete(era, written.name);
    assertApart(eras);
    assertReadable(eras, written);
    assertImports(written);
  });

  test(`${written.name}: is tried at the lowest version of each range and at another`, async () => {
    for (const era of await loadRecipe(written.name)) {
      const versions = originalsOf(era).map((each) => each.version);
      const lowest = semver.minVersion(era.versions)?.version;
      assert.ok(lowest !== undefined && versions.includes(lowest), `${lowest} is not among the originals: ${versions}`);
      const isOne = semver.validRange(era.versions) === lowest;
      assert.ok(isOne || versions.length > 1, `${era.versions}: the highest version is not among the originals`);
      for (const { alias } of originalsOf(era))
        for (const [name, range] of Object.entries(era.loads ?? {}))
          assert.ok(semver.satisfies(versionBeside(alias, name), range), `${alias} is tried with another ${name}`);
    }
  });

  test(`${written.name}: takes parameters that can be preconditions and tells what its functions do`, async () => {
    const settings = await readSettings(written.name);
    for (const each of written.eras.flatMap((era) => era.exports)) {
      for (const [index, one] of each.cases.entries()) {
        argumentsOf(one, each.name, index, settings);
        if (one.kind !== "function") continue;
        const plain = parametersOf(one.node).every((parameter) => ts.isIdentifier(parameter.name));
        assert.ok(plain, `${each.name}[${index}]: a parameter is not a plain name`);
      }
      const last = each.cases.at(-1);
      if (last?.kind !== "function" || !becomesHelper(last.node)) continue;
      assert.ok(hasDocstring(last.node), `${each.name} has no docstring that says what it does`);
    }
  });

  test(`${written.name}: shows every deviation it declares, and no other`, async () => {
    const eras = await loadRecipe(written.name);
    const declared = new Set(eras.flatMap((era) => era.deviations ?? []).map((each) => each.note));
    const shown = new Set((await readSettings(written.name)).deviations?.map((each) => each.note));
    assert.deepEqual([...shown].sort(), [...declared].sort());
  });
}

/** The version of a package that an original loads. */
function versionBeside(alias: string, name: string): string {
  // Not every package lets its package.json be loaded.
  const modules = join(root, "test", "originals", "node_modules");
  const own = join(modules, alias, "node_modules", name, "package.json");
  const file = existsSync(own) ? own : join(modules, name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

function assertComplete(era: Recipe, name: string): void {
  assert.equal(era.package, name);
  assert.notEqual(semver.validRange(era.versions), null, `${era.versions} is no range`);
  assert.notEqual(era.replacement.trim(), "", "`replacement` says in words what replaces it");
  assert.equal(
    semver.valid(era.floor.node),
    era.floor.node,
    `floor.node is the lowest Node that has it: "${era.floor.node}" is no version`,
  );
  assert.match(era.floor.baseline ?? "2015-07", /^20\d\d-(0[1-9]|1[0-2])$/);
  const isUseful =
    Object.keys(era.exports).length > 0 || era.subpaths || era.dropSideEffect || era.rewrite || era.commands;
  assert.ok(isUseful, "it replaces nothing");
  const names = new Set([era.exports, ...Object.values(era.subpaths ?? {})].flatMap((table) => Object.keys(table)));
  for (const each of era.deviations ?? []) {
    for (const one of each.exports ?? []) assert.ok(names.has(one), `it has no export ${one}`);
    for (const one of each.commands ?? []) assert.ok(one in (era.commands ?? {}), `it has no command ${one}`);
  }
}

function assertApart(eras: readonly Recipe[]): void {
  eras.forEach((era, index) => {
    for (const later of eras.slice(index + 1)) {
      assert.ok(!semver.intersects(era.versions, later.versions), `${era.versions} and ${later.versions} overlap`);
    }
  });
}

function assertImports(written: WrittenRecipe): void {
  const up = "../".repeat(written.name.split("/").length);
  const families = `${up === "../" ? "./" : "../".repeat(written.name.split("/").length - 1)}families/`;
  for (const { fileName: from } of ts.preProcessFile(written.text).importedFiles) {
    const isAllowed = from.startsWith("node:") || from === `${up}src/recipe.ts` || from.startsWith(families);
    assert.ok(isAllowed, `it imports ${from}`);
  }
}

test("a module of a family calls nothing in it by a name the module has already", () => {
  const family = readFamily();
  for (const { path, text } of recipes) parseRecipe(path, text, undefined, family);
  for (const module of family.modules.values()) {
    const taken = new Set([...module.declarations.keys(), ...module.imports.keys(), ...module.builtins.keys()]);
    const visit = (node: ts.Node): void => {
      const isLocal = ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node);
      const isTop = ts.isVariableDeclaration(node) && ts.isSourceFile(node.parent.parent.parent);
      if (isLocal && !isTop && ts.isIdentifier(node.name))
        assert.ok(!taken.has(node.name.text), `${module.path}: ${node.name.text} is also declared outside`);
      ts.forEachChild(node, visit);
    };
    visit(module.source);
  }
});

/** What the engine reads from the source is what the file is as a value: its metadata can be read without running it. */
function assertReadable(eras: readonly Recipe[], written: WrittenRecipe): void {
  const read = parseRecipe(written.path, written.text, undefined, readFamily());
  for (const [index, era] of eras.entries()) {
    const { package: name, versions, replacement, floor, deviations = [] } = era;
    const shape = era.require ?? ("default" in era.exports ? "default" : "namespace");
    const dropSideEffect = era.dropSideEffect ?? false;
    const expected = { package: name, versions, replacement, floor, deviations, require: shape, dropSideEffect };
    const found = read[index];
    assert.ok(found !== undefined);
    assert.deepEqual({ ...expected, ...pick(found, Object.keys(expected)) }, expected);
    const entries = [...found.entries].map(([entry, table]) => [entry, [...table.keys()]]);
    const tables = Object.entries({ ".": era.exports, ...era.subpaths });
    assert.deepEqual(
      entries,
      tables.map(([entry, table]) => [entry, Object.keys(table)]),
    );
  }
}

function pick(from: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** True when the function would be written into a project: it is no expression, or serves as a callback. */
function becomesHelper(node: FunctionNode): boolean {
  const isExpression = node.body !== undefined && !ts.isBlock(node.body);
  return !isExpression || (isGeneral(node) && parametersOf(node).length > 0);
}

/** True when a comment for readers stands above a function, or above the property or statement that holds it. */
function hasDocstring(node: ts.Node): boolean {
  const text = node.getSourceFile().text;
  const owners = [node, ts.findAncestor(node, (each) => ts.isStatement(each) || ts.isPropertyAssignment(each)) ?? node];
  const comments = owners.flatMap((each) => ts.getLeadingCommentRanges(text, each.getFullStart()) ?? []);
  return comments.some((each) => text.startsWith("/**", each.pos));
}
