import assert from "node:assert/strict";
import { test } from "node:test";
import { ts } from "../../src/typescript.ts";
import { type ImportFate, placeImports } from "../../src/rewrite/import-order.ts";
import { applyEdits } from "../../src/rewrite/removal.ts";
import { readProjectStyle, readStyle } from "../../src/rewrite/style.ts";

/**
 * Imports of "helper-…" become one of "./…", or "../…" above, those of "gone-…" go, and `builtins` come in. `other` is
 * another file of the project.
 */
function place(text: string, builtins: readonly string[] = [], other = ""): string | undefined {
  const source = ts.createSourceFile("main.js", text, ts.ScriptTarget.ESNext, true);
  const fates = source.statements.filter(ts.isImportDeclaration).flatMap((node): ImportFate[] => {
    const { moduleSpecifier } = node;
    const name = ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : "";
    if (name.startsWith("gone")) return [{ node, kind: "gone", edits: [] }];
    if (!name.startsWith("helper")) return [];
    const place = name.includes("above") ? ".." : ".";
    const edits = [
      { start: moduleSpecifier.getStart(source), end: moduleSpecifier.end, text: `"${place}/${name}.js"` },
    ];
    return [{ node, kind: "helper", edits }];
  });
  const habits = readProjectStyle([source, ts.createSourceFile("other.js", other, ts.ScriptTarget.ESNext, true)]);
  const edits = placeImports(source, fates, builtins, readStyle(source, "esm", habits));
  return (
    edits &&
    applyEdits(
      text,
      [...edits].sort((a, b) => a.start - b.start || a.end - b.end),
    )
  );
}

const fs = 'import fs from "node:fs";';

test("a helper's import moves behind the packages that stay, to the project's own files", () => {
  assert.equal(
    place('import a from "helper-a";\nimport b from "b";\nimport c from "./c.js";\n\nrun();\n'),
    'import b from "b";\nimport c from "./c.js";\nimport a from "./helper-a.js";\n\nrun();\n',
  );
});

test("it stands where the names of the project's own files have it, when they are sorted", () => {
  assert.equal(
    place(
      'import a from "helper-a";\nimport b from "b";\nimport c from "./c.js"; // shared\nimport z from "./z.js";\n',
    ),
    'import b from "b";\nimport c from "./c.js"; // shared\nimport a from "./helper-a.js";\nimport z from "./z.js";\n',
  );
  assert.equal(
    place('import a from "helper-a";\nimport b from "b";\nimport x from "./x.js";\nimport z from "./z.js";\n'),
    'import b from "b";\nimport a from "./helper-a.js";\nimport x from "./x.js";\nimport z from "./z.js";\n',
  );
  assert.equal(
    place('import a from "helper-a";\nimport b from "b";\nimport z from "./z.js";\nimport c from "./c.js";\n'),
    'import b from "b";\nimport z from "./z.js";\nimport c from "./c.js";\nimport a from "./helper-a.js";\n',
  );
});

test("it stays in its place where the order holds anyway", () => {
  assert.equal(
    place('import b from "b";\nimport a from "helper-a";\nimport c from "./c.js";\n'),
    'import b from "b";\nimport a from "./helper-a.js";\nimport c from "./c.js";\n',
  );
});

test("groups apart stay apart, with no blank line inside one", () => {
  assert.equal(
    place('import a from "helper-a";\nimport b from "b";\n\nimport c from "./c.js"; // shared\n\nrun();\n'),
    'import b from "b";\n\nimport c from "./c.js"; // shared\nimport a from "./helper-a.js";\n\nrun();\n',
  );
});

test("a built-in module comes where their names have it, behind the others where they are not sorted, or first", () => {
  assert.equal(
    place('import path from "node:path";\nimport os from "node:os";\nimport b from "b";\nimport a from "gone-a";\n', [
      fs,
    ]),
    `import path from "node:path";\nimport os from "node:os";\n${fs}\nimport b from "b";\n`,
  );
  assert.equal(
    place('import os from "node:os";\nimport path from "node:path";\nimport a from "gone-a";\n', [fs]),
    `${fs}\nimport os from "node:os";\nimport path from "node:path";\n`,
  );
  assert.equal(place('import b from "b";\nimport a from "gone-a";\n', [fs]), `${fs}\nimport b from "b";\n`);
  assert.equal(
    place('// Licence\n\nimport a from "gone-a";\nimport b from "b";\n', [fs]),
    `// Licence\n\n${fs}\nimport b from "b";\n`,
  );
});

test("of several that come in, some go before an import and some behind it", () => {
  assert.equal(
    place('import fs from "node:fs";\nimport b from "b";\nimport c from "c";\nimport a from "gone-a";\n', [
      'import { randomUUID } from "node:crypto";',
      'import { rm } from "node:fs/promises";',
    ]),
    'import { randomUUID } from "node:crypto";\nimport fs from "node:fs";\nimport { rm } from "node:fs/promises";\n' +
      'import b from "b";\nimport c from "c";\n',
  );
});

test("an import with a comment of its own does not move away from it", () => {
  assert.equal(
    place('import x from "x";\n// Pads.\nimport a from "helper-a";\nimport b from "b";\n'),
    'import x from "x";\n// Pads.\nimport a from "./helper-a.js";\nimport b from "b";\n',
  );
});

test("a comment that a blank line parts from an import is the file's", () => {
  assert.equal(
    place('#!/usr/bin/env node\n// Runs it.\n\nimport a from "helper-a";\nimport b from "b";\n'),
    '#!/usr/bin/env node\n// Runs it.\n\nimport b from "b";\nimport a from "./helper-a.js";\n',
  );
});

test("an import stays above the code among the imports that uses it", () => {
  assert.equal(
    place('import a from "helper-a";\nconst { b } = a;\n\nimport c from "c";\nimport d from "./d.js";\n'),
    'import a from "./helper-a.js";\nconst { b } = a;\n\nimport c from "c";\nimport d from "./d.js";\n',
  );
  assert.equal(
    place('import a from "helper-a";\nconst x = 1;\n\nimport c from "c";\nimport d from "./d.js";\n'),
    'const x = 1;\n\nimport c from "c";\nimport d from "./d.js";\nimport a from "./helper-a.js";\n',
  );
});

test("types in a block of their own at the end are no part of the order", () => {
  assert.equal(
    place(
      'import a from "helper-a";\nimport b from "b";\n\nimport c from "./c.js";\n\nimport type { D } from "./d.js";\nimport type { E } from "e";\n',
    ),
    'import b from "b";\n\nimport c from "./c.js";\nimport a from "./helper-a.js";\n\nimport type { D } from "./d.js";\nimport type { E } from "e";\n',
  );
});

test("built-in modules and packages may be sorted as one, before the project's own files", () => {
  const text = 'import a from "helper-a";\nimport b from "b";\nimport fs from "node:fs";\nimport z from "z";\n';
  const without = text.slice(text.indexOf("\n") + 1);
  assert.equal(
    place(`${text}\nimport c from "./c.js";\n`),
    `${without}\nimport c from "./c.js";\nimport a from "./helper-a.js";\n`,
  );
  assert.equal(place(text), undefined);
  assert.equal(place(`${text}\nimport c from "./c.js";\n`, [fs]), undefined);
});

test("a built-in module comes among packages that are sorted with it", () => {
  assert.equal(
    place('import b from "b";\nimport a from "gone-a";\nimport path from "path";\n\nimport c from "./c.js";\n', [
      'import fs from "fs";',
    ]),
    'import b from "b";\nimport fs from "fs";\nimport path from "path";\n\nimport c from "./c.js";\n',
  );
});

test("names are sorted without regard to case, unless capitals come first", () => {
  assert.equal(
    place(
      'import h from "helper-d";\nimport z from "z";\nimport C from "./C.js";\nimport I from "./I.js";\nimport a from "./a.js";\nimport k from "./k.js";\n',
    ),
    'import z from "z";\nimport C from "./C.js";\nimport I from "./I.js";\nimport a from "./a.js";\nimport h from "./helper-d.js";\nimport k from "./k.js";\n',
  );
  assert.equal(
    place(
      'import h from "helper-d";\nimport z from "z";\nimport B from "./B.js";\nimport c from "./c.js";\nimport I from "./I.js";\n',
    ),
    'import z from "z";\nimport B from "./B.js";\nimport c from "./c.js";\nimport h from "./helper-d.js";\nimport I from "./I.js";\n',
  );
});

/** The project parts files above from files beside by a blank line, and both from packages. */
const parted = 'import a from "a";\n\nimport b from "../b.js";\n\nimport c from "./c.js";\n';

test("what is above a file stands apart from what is beside it, where the project has it so", () => {
  const packages = 'import b from "b";\nimport h from "helper-h";\n';
  assert.equal(place(packages, [], parted), 'import b from "b";\n\nimport h from "./helper-h.js";\n');
  assert.equal(
    place(`${packages}\nimport u from "../u.js";\n`, [], parted),
    'import b from "b";\n\nimport u from "../u.js";\n\nimport h from "./helper-h.js";\n',
  );
  assert.equal(
    place(`${packages}\nimport u from "../u.js";\n\nimport y from "./y.js";\n`, [], parted),
    'import b from "b";\n\nimport u from "../u.js";\n\nimport h from "./helper-h.js";\nimport y from "./y.js";\n',
  );
  const above = packages.replace("helper-h", "helper-above");
  assert.equal(
    place(`${above}\nimport y from "./y.js";\n`, [], parted),
    'import b from "b";\n\nimport h from "../helper-above.js";\n\nimport y from "./y.js";\n',
  );
  assert.equal(
    place('import h from "helper-above";\nimport { y } from "./y.js";\n', [], parted),
    'import h from "../helper-above.js";\nimport { y } from "./y.js";\n',
  );
});

test("a file without such an order is left to itself", () => {
  assert.equal(place('import c from "./c.js";\nimport a from "helper-a";\n'), undefined);
});
