/** A project's own recipes: read as source through the project's disk, run only where the user allows it. */
import { ts } from "../../typescript.ts";
import { ShrinkdepsError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import { readSettings } from "../../project/settings.ts";
import type { CatalogEntry } from "../catalog.ts";
import { parseRecipe } from "../parse.ts";
import { commandsOf } from "./commands.ts";
import { hatchOf } from "./hatch.ts";
import { findRecipeFiles } from "./find.ts";
import { isRecipeModule } from "../module.ts";
import { loadRecipe } from "./load.ts";

/**
 * The recipes that the settings of `project` name, by package. Throws `settings` for a pattern, and `recipe` with file and
 * line for a file that is no recipe, or a second one for the same package. With `allowCode` a recipe that has a `rewrite` or `commands` is
 * compiled and loaded; without, every use it would be asked about is refused.
 */
export async function readOwnRecipes(
  project: Pick<Project, "disk" | "manifests">,
  allowCode: boolean,
): Promise<ReadonlyMap<string, CatalogEntry>> {
  const entries = new Map<string, CatalogEntry>();
  const files = new Map<string, string>();
  for (const path of findRecipeFiles(project, readSettings(project))) {
    const file = project.disk.read(path);
    if ("unreadable" in file) throw new ShrinkdepsError("recipe", `cannot be read: ${file.unreadable}`, { path });
    const { text } = file;
    refuseBroken(path, text);
    const loaded = allowCode && /\b(?:rewrite|commands)\b/.test(text) ? await loadRecipe(path, text) : undefined;
    const eras = parseRecipe(path, text, {
      rewrite: (index, line) => hatchOf({ path, line }, loaded?.[index]),
      commands: (index, line, names) => commandsOf({ path, line }, loaded?.[index], names),
    });
    const [name, other] = new Set(eras.map((era) => era.package));
    if (name === undefined || other !== undefined)
      throw new ShrinkdepsError("recipe", "a recipe is for one package, in each of its eras", { path, line: 1 });
    const first = files.get(name);
    if (first !== undefined)
      throw new ShrinkdepsError("recipe", `is for ${name}, as ${first} is`, {
        path,
        line: 1,
        hint: "keep one of the two",
      });
    files.set(name, path);
    entries.set(name, { package: name, eras });
  }
  return entries;
}

/** A recipe stands alone: its functions move into other files, where nothing else that it imports would be. */
function refuseBroken(path: string, text: string): void {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: path, reportDiagnostics: true });
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const broken = diagnostics.find(({ category }) => category === ts.DiagnosticCategory.Error);
  if (broken !== undefined)
    throw new ShrinkdepsError("recipe", ts.flattenDiagnosticMessageText(broken.messageText, " "), {
      path,
      line: lineOf(broken.start ?? 0),
    });
  for (const statement of source.statements) {
    const isLoading = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const specifier = isLoading ? statement.moduleSpecifier : undefined;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) continue;
    if (isRecipeModule(specifier.text) || specifier.text.startsWith("node:")) continue;
    throw new ShrinkdepsError("recipe", `imports ${JSON.stringify(specifier.text)}`, {
      path,
      line: lineOf(specifier.getStart(source)),
      hint: 'a recipe imports "shrinkdeps/recipe" and built-ins ("node:path"), nothing else',
    });
  }
}
