/**
 * What becomes of small programs that use each package of the catalogue: fixtures/recipes/<package>/<fact>/ holds
 * `before/` with `after/`, or with `refused.txt`, a piece of a reason on each line. `version.txt` names a range other
 * than the newest the recipe speaks for.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { ts } from "../../src/typescript.ts";
import { filesOf, fixtures, rewriteFixture } from "./fixture.ts";

const packages = readdirSync(fixtures).flatMap((name) =>
  name.startsWith("@") ? readdirSync(join(fixtures, name)).map((inner) => `${name}/${inner}`) : [name],
);

for (const name of packages)
  describe(name, () => {
    for (const fact of readdirSync(join(fixtures, name)))
      it(fact, async () => {
        const fixture = join(fixtures, name, fact);
        const { reasons, changed, files } = await rewriteFixture(name, fact);
        if (existsSync(join(fixture, "refused.txt"))) {
          const expected = readFileSync(join(fixture, "refused.txt"), "utf8")
            .split("\n")
            .filter((line) => line !== "");
          assert.ok(expected.length > 0, "refused.txt names a reason");
          for (const line of expected)
            assert.ok(reasons.join("\n").includes(line), `${line}\nis none of\n${reasons.join("\n")}`);
          assert.deepEqual(changed, []);
          return;
        }
        assert.deepEqual(reasons, []);
        const expected = filesOf(join(fixture, "after"));
        assert.deepEqual(Object.fromEntries([...files].sort()), Object.fromEntries([...expected].sort()));
        for (const path of changed) assert.deepEqual(declaredTwice(path, files.get(path) ?? ""), [], path);
      });
  });

/** The functions and classes that a file has two of, and the default export: its text alone would look right. */
function declaredTwice(path: string, text: string): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext);
  const names = statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return ["default"];
    if (!ts.isFunctionDeclaration(statement) && !ts.isClassDeclaration(statement)) return [];
    if (ts.isFunctionDeclaration(statement) && statement.body === undefined) return [];
    const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
    return [...(statement.name ? [statement.name.text] : []), ...(isDefault ? ["default"] : [])];
  });
  return names.filter((name, index) => names.indexOf(name) < index);
}
