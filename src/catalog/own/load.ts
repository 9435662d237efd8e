/** Runs a project's own recipe, which only --allow-recipe-code asks for. Nothing is written: it is loaded from its text. */
import { ts } from "../../typescript.ts";
import { ShrinkdepsError } from "../../errors.ts";
import { isRecipeModule } from "../module.ts";
import { messageOf } from "./hatch.ts";

/** The eras as the module gives them, one each. Throws `recipe` when it cannot be loaded or gives something else. */
export async function loadRecipe(path: string, text: string): Promise<readonly unknown[]> {
  const { outputText } = ts.transpileModule(withOwnModule(path, text), {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  let loaded: unknown;
  try {
    loaded = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(outputText)}`);
  } catch (error) {
    throw new ShrinkdepsError("recipe", `cannot be loaded: ${messageOf(error)}`, { path, line: 1 });
  }
  const eras: unknown =
    typeof loaded === "object" && loaded !== null && "default" in loaded ? loaded.default : undefined;
  if (Array.isArray(eras)) return eras;
  throw new ShrinkdepsError("recipe", "a recipe exports defineRecipe({…}) by default", { path, line: 1 });
}

/** A data: URL has no directory and no node_modules, so the module is named by its own URL. */
function withOwnModule(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const own = JSON.stringify(new URL("../../recipe.js", import.meta.url).href);
  let written = text;
  for (const statement of source.statements.toReversed()) {
    const isLoading = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const specifier = isLoading ? statement.moduleSpecifier : undefined;
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !isRecipeModule(specifier.text)) continue;
    written = written.slice(0, specifier.getStart(source)) + own + written.slice(specifier.end);
  }
  return written;
}
