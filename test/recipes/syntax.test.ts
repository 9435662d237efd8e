import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { compare } from "semver";
import { ts } from "../../src/typescript.ts";
import { floorOfSyntax } from "../../src/analyze/vendor/syntax-floor.ts";
import type { Era, RecipeReplacement } from "../../src/catalog/catalog.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { writeHelper } from "../../src/rewrite/helper/module.ts";
import { readStyle } from "../../src/rewrite/style.ts";
import { globals, methods, moduleExports, modules } from "./features.ts";
import { root } from "./proof/originals.ts";
import { readRecipes } from "./proof/source.ts";

const catalog = await readCatalog(readRecipes().map(({ name }) => name));
const recipeTypes = path.join(root, "src", "recipe.ts");
const style = readStyle(ts.createSourceFile("a.js", "", ts.ScriptTarget.ESNext, true), "esm");
/** What ES2015 itself brought is not told apart: no recipe is written in less. */
const oldest = { node: "6.0.0", baseline: "2017-03" };

test("a helper is written in a language that the lowest Node and browser it is for read", () => {
  const wrong = new Set<string>();
  let written = 0;
  for (const name of catalog.names)
    for (const era of catalog.get(name)?.eras ?? [])
      for (const { where, floor, replacement } of replacementsOf(era)) {
        const shape = { self: true, members: new Set<string>(), named: new Set<string>() };
        const replacements = new Map([["default", replacement]]);
        const text = writeHelper({ replacements, shape, language: "js", style }, "helper");
        const needs = floorOfSyntax(ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext, true));
        written += 1;
        if (compare(needs.node, oldest.node) > 0 && compare(needs.node, floor.node) > 0)
          wrong.add(`${name} ${where}: Node ${floor.node}, needs ${needs.node}`);
        const { baseline } = needs;
        if (floor.baseline !== undefined && baseline !== undefined && baseline > oldest.baseline)
          if (baseline > floor.baseline) wrong.add(`${name} ${where}: browsers ${floor.baseline}, needs ${baseline}`);
      }
  assert.ok(written > 1000, `${written} helpers`);
  assert.deepEqual([...wrong], []);
});

test("a helper asks the lowest Node it is for, for nothing that this one lacks", () => {
  const wrong = new Set<string>();
  let asked = 0;
  for (const name of catalog.names)
    for (const era of catalog.get(name)?.eras ?? [])
      for (const { where, floor, replacement } of replacementsOf(era)) {
        const shape = { self: true, members: new Set<string>(), named: new Set<string>() };
        const replacements = new Map([["default", replacement]]);
        const text = writeHelper({ replacements, shape, language: "js", style }, "helper");
        for (const [what, since] of askedOf(ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext, true))) {
          asked += 1;
          if (compare(since, floor.node) > 0) wrong.add(`${name} ${where}: Node ${floor.node}, ${what} needs ${since}`);
        }
      }
  assert.ok(asked > 500, `${asked} features`);
  assert.deepEqual([...wrong], []);
});

test("a helper in TypeScript has no type that only recipes know", () => {
  const recipes = ts.createSourceFile("recipe.ts", readFileSync(recipeTypes, "utf8"), ts.ScriptTarget.ESNext, true);
  const known = new Set(recipes.statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text));
  assert.ok(known.has("Present") && known.has("Count"));
  const wrong = new Set<string>();
  for (const name of catalog.names)
    for (const era of catalog.get(name)?.eras ?? [])
      for (const { where, replacement } of replacementsOf(era)) {
        const shape = { self: true, members: new Set<string>(), named: new Set<string>() };
        const replacements = new Map([["default", replacement]]);
        const text = writeHelper({ replacements, shape, language: "ts", style }, "helper");
        const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, fileName: "helper.ts" });
        if (diagnostics.length > 0) wrong.add(`${name} ${where}: ${String(diagnostics[0]?.messageText)}`);
        const visit = (node: ts.Node): void => {
          if (ts.isTypeReferenceNode(node) && known.has(node.typeName.getText()))
            wrong.add(`${name} ${where}: ${node.typeName.getText()}`);
          ts.forEachChild(node, visit);
        };
        visit(ts.createSourceFile("helper.ts", text, ts.ScriptTarget.ESNext, true));
      }
  assert.deepEqual([...wrong], []);
});

/** What a text asks of Node, with the Node since which there is that; what it looks for with typeof or ?. it can do without. */
function askedOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (what: string, since: string | undefined): void => {
    if (since !== undefined) found.set(what, since);
  };
  const looked = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeOfExpression(node) && ts.isIdentifier(node.expression)) looked.add(node.expression.text);
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const module = node.moduleSpecifier.text.replace(/^node:/, "");
      add(module, modules[module]);
      const named = node.importClause?.namedBindings;
      if (named !== undefined && ts.isNamedImports(named))
        for (const { propertyName, name } of named.elements) {
          const what = `${module} ${(propertyName ?? name).text}`;
          add(what, moduleExports[what]);
        }
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      const what = `${node.expression.text}.${node.name.text}`;
      add(what, globals[what]);
    }
    if (ts.isIdentifier(node) && Object.hasOwn(globals, node.text) && isRead(node)) add(node.text, globals[node.text]);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && !node.questionDotToken)
      if (Object.hasOwn(methods, node.expression.name.text))
        add(`.${node.expression.name.text}()`, methods[node.expression.name.text]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return new Map([...found].filter(([what]) => !looked.has(what.split(".")[0]!)));
}

/** An identifier that stands for a value: no name of a member or a declaration. */
function isRead({ parent, text }: ts.Identifier): boolean {
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name.text === text;
  return !isMember && !("name" in parent && !ts.isPropertyAccessExpression(parent));
}

interface Written {
  readonly where: string;
  readonly floor: Era["floor"];
  readonly replacement: RecipeReplacement;
}

/** Each function and constant of an era by itself, with the floor it is offered from. */
function replacementsOf(era: Era): readonly Written[] {
  return [...era.entries].flatMap(([entry, table]) =>
    [...table].flatMap(([key, replacement]): readonly Written[] => {
      const where = `${era.versions} ${entry} ${key}`;
      if (replacement.kind !== "cases") return [{ where, floor: era.floor, replacement }];
      return replacement.cases.map((one) => {
        return { where, floor: one.since ?? era.floor, replacement: { kind: "cases", cases: [one] } };
      });
    }),
  );
}
