import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { compare } from "semver";
import { ts } from "../../src/typescript.ts";
import { floorOfSyntax } from "../../src/analyze/vendor/syntax-floor.ts";
import { globals, methods, moduleExports, modules } from "./features.ts";
import { compareTypes } from "./jsdoc.ts";
import { root } from "./proof/originals.ts";
import { writtenIn } from "./written.ts";

const recipeTypes = path.join(root, "src", "refinements.ts");
/** What ES2015 itself brought is not told apart: no recipe is written in less. */
const oldest = { node: "6.0.0", baseline: "2017-03" };

test("a helper is written in a language that the lowest Node and browser it is for read", () => {
  const wrong = new Set<string>();
  const helpers = writtenIn("js");
  for (const { source, uses } of helpers) {
    const needs = floorOfSyntax(source);
    for (const { where, floor } of uses) {
      if (compare(needs.node, oldest.node) > 0 && compare(needs.node, floor.node) > 0)
        wrong.add(`${where}: Node ${floor.node}, needs ${needs.node}`);
      const { baseline } = needs;
      if (floor.baseline !== undefined && baseline !== undefined && baseline > oldest.baseline)
        if (baseline > floor.baseline) wrong.add(`${where}: browsers ${floor.baseline}, needs ${baseline}`);
    }
  }
  assert.ok(helpers.length > 1000, `${helpers.length} helpers`);
  assert.deepEqual([...wrong], []);
});

test("a helper asks the lowest Node it is for, for nothing that this one lacks", () => {
  const wrong = new Set<string>();
  let asked = 0;
  for (const { source, uses } of writtenIn("js"))
    for (const [what, since] of askedOf(source))
      for (const { where, floor } of uses) {
        asked += 1;
        if (compare(since, floor.node) > 0) wrong.add(`${where}: Node ${floor.node}, ${what} needs ${since}`);
      }
  assert.ok(asked > 400, `${asked} features`);
  assert.deepEqual([...wrong], []);
});

test("a helper in TypeScript has no type that only recipes know", () => {
  const recipes = ts.createSourceFile("recipe.ts", readFileSync(recipeTypes, "utf8"), ts.ScriptTarget.ESNext, true);
  const known = new Set(recipes.statements.filter(ts.isTypeAliasDeclaration).map(({ name }) => name.text));
  assert.ok(known.has("Present") && known.has("Count"));
  const wrong = new Set<string>();
  const helpers = new Map(writtenIn("ts").map((helper, index) => [`${index}.ts`, helper]));
  const program = ts.createProgram([...helpers.keys()], { noLib: true, noResolve: true }, hostOf(helpers));
  for (const [file, { source, uses }] of helpers) {
    const where = uses.map((use) => use.where).join(", ");
    const [error] = program.getSyntacticDiagnostics(program.getSourceFile(file));
    if (error !== undefined) wrong.add(`${where}: ${ts.flattenDiagnosticMessageText(error.messageText, " ")}`);
    const visit = (node: ts.Node): void => {
      if (ts.isTypeReferenceNode(node) && known.has(node.typeName.getText()))
        wrong.add(`${where}: ${node.typeName.getText()}`);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  assert.deepEqual([...wrong], []);
});

test("a helper imports values, which are there when it is loaded", async () => {
  const wrong = new Set<string>();
  let count = 0;
  for (const { source, uses } of writtenIn("ts"))
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const given: object = await import(statement.moduleSpecifier.text);
      const named = statement.importClause?.namedBindings;
      for (const { propertyName, name } of named !== undefined && ts.isNamedImports(named) ? named.elements : []) {
        count += 1;
        if (!((propertyName ?? name).text in given)) wrong.add(`${uses[0]?.where}: ${statement.getText()}`);
      }
    }
  assert.ok(count > 100, `${count} imported names`);
  assert.deepEqual([...wrong], []);
});

test("a helper in JavaScript that tells its types in comments has those of the same one in TypeScript", () => {
  const { wrong, count } = compareTypes(100, /^(?:p-all|p-settle|p-timeout|minimist|kleur) /);
  assert.ok(count > 30, `${count} helpers`);
  assert.deepEqual(wrong, []);
});

/** A compiler's host that has these helpers as files, and nothing else. */
function hostOf(helpers: ReadonlyMap<string, { readonly source: ts.SourceFile }>): ts.CompilerHost {
  return {
    fileExists: (file) => helpers.has(file),
    readFile: (file) => helpers.get(file)?.source.text,
    getSourceFile: (file) => helpers.get(file)?.source,
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {
      throw new Error("nothing is emitted");
    },
  };
}

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
