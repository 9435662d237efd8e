/** What chains and shorthands become in TypeScript has the types that it was declared to have. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { it } from "node:test";
import { createProgramHost } from "../../src/analyze/facts/program.ts";
import { createDisk } from "../../src/project/disk.ts";
import { ts } from "../../src/typescript.ts";
import { fixtures } from "../rewrite/fixture.ts";

for (const fact of ["keeps-the-types-of-what-is-matched", "unfolds-a-chain-into-native-methods"])
  it(`lodash ${fact}, as the compiler sees it`, () => {
    const folder = join(fixtures, "lodash", fact, "after", "src");
    const roots = ts.sys.readDirectory(folder, [".ts"]);
    const options: ts.CompilerOptions = {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
      types: [],
    };
    const program = ts.createProgram(roots, options, createProgramHost(fixtures, createDisk(fixtures)));
    assert.ok(roots.length > 1, "a source and its helper");
    const found = ts.getPreEmitDiagnostics(program);
    assert.deepEqual(
      found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
      [],
    );
  });
