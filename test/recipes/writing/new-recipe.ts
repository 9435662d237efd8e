/**
 * `npm run new-recipe -- <package>` makes recipes/<package>.ts from the package's own types and exports, installs its versions
 * among the originals, and writes its first fixture. Run again, it writes the `after/` or `refused.txt` of every fixture
 * that has neither: what the engine makes of it today, to be read before it is committed.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fixtures, rewriteFixture } from "../../rewrite/fixture.ts";
import { listOriginals, root } from "../proof/originals.ts";
import { draftProgram, draftRecipe } from "./draft.ts";
import { signaturesOf } from "./signatures.ts";
import { installVersions, newestMajor } from "./versions.ts";

const name = process.argv[2];
if (name === undefined || name.startsWith("-")) {
  console.error("npm run new-recipe -- <package>");
  process.exitCode = 2;
} else {
  const recipe = path.join(root, "recipes", `${name}.ts`);
  if (existsSync(recipe)) await writeExpected(name);
  else await start(name, recipe);
}

async function start(name: string, recipe: string): Promise<void> {
  const [lowest, highest] = newestMajor(name);
  installVersions(name, [...new Set([lowest, highest])]);
  const original = listOriginals().find((each) => each.package === name && each.version === highest);
  if (original === undefined) throw new Error(`${name}@${highest} was not installed`);
  const signatures = await signaturesOf(original);
  if (signatures.length === 0) throw new Error(`${name} exports no function: it needs no recipe of this kind`);
  write(recipe, draftRecipe(name, lowest, highest, signatures));
  write(path.join(fixtures, name, "becomes-its-replacement", "before", "main.mjs"), draftProgram(name, signatures));
  console.log(`Next: write what it does, then npm run build && npm run proof -- ${name}`);
}

async function writeExpected(name: string): Promise<void> {
  const folder = path.join(fixtures, name);
  for (const fact of existsSync(folder) ? readdirSync(folder) : []) {
    if (["after", "refused.txt"].some((each) => existsSync(path.join(folder, fact, each)))) continue;
    const { reasons, files } = await rewriteFixture(name, fact);
    if (reasons.length > 0) write(path.join(folder, fact, "refused.txt"), `${reasons.join("\n")}\n`);
    else for (const [file, text] of files) write(path.join(folder, fact, "after", file), text);
  }
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(path.relative(root, file));
}
