import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { compare } from "semver";
import { ts } from "ts-morph";
import { loadRecipe } from "./proof/prove.ts";
import { root } from "./proof/originals.ts";
import { readRecipes } from "./proof/source.ts";

test("a recipe is written in a language that the lowest Node it speaks for reads", async () => {
  const wrong: string[] = [];
  for (const { name, path: file } of readRecipes()) {
    const floors = (await loadRecipe(name)).map((era) => era.floor.node).sort(compare);
    const needs = [...syntaxOf(path.resolve(root, file), new Set())].sort(compare);
    const [lowest = "0.10.0"] = floors;
    const highest = needs.at(-1);
    if (highest !== undefined && compare(highest, lowest) > 0) wrong.push(`${name}: ${lowest}, needs ${highest}`);
  }
  assert.deepEqual(wrong, []);
});

/** The versions of Node that the syntax of a file came with, and that of the files of families it imports. */
function syntaxOf(file: string, seen: Set<string>): Set<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext, true);
  const visit = (node: ts.Node): void => {
    const since = sinceOf(node);
    if (since !== undefined) found.add(since);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const { fileName } of ts.preProcessFile(source.text).importedFiles) {
    if (!fileName.includes("families/") && !file.includes("families")) continue;
    if (!fileName.startsWith(".") || fileName.endsWith("src/recipe.ts")) continue;
    for (const since of syntaxOf(path.resolve(path.dirname(file), fileName), seen)) found.add(since);
  }
  return found;
}

function sinceOf(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.QuestionQuestionEqualsToken) return "15.0.0";
  if (node.kind === ts.SyntaxKind.QuestionQuestionToken || node.kind === ts.SyntaxKind.QuestionDotToken)
    return "14.0.0";
  if (node.kind === ts.SyntaxKind.AsteriskAsteriskToken) return "7.0.0";
  return undefined;
}
