import { Option } from "commander";
import type { Catalog } from "../catalog/catalog.ts";
import { ShrinkdepsError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import { enter } from "../steps.ts";

export interface RecipeOptions {
  readonly allowRecipeCode?: boolean;
}

export function recipeCodeOption(): Option {
  return new Option("--allow-recipe-code", "run the code in the project's own recipes, where they have any");
}

/** The project of a directory and the recipes for what it depends on. Throws when nothing can be said without a fix. */
export async function openProject(
  directory: string,
  { allowRecipeCode }: RecipeOptions,
): Promise<{ project: Project; catalog: Catalog }> {
  const { readProject } = await import("../project/read.ts");
  const { readCatalog } = await import("../catalog/read.ts");
  const project = readProject(directory);
  refuseFatal(project);
  enter("recipes");
  return { project, catalog: await readCatalog(listNames(project), { project, allowCode: allowRecipeCode === true }) };
}

export function refuseFatal({ problems }: Pick<Project, "problems">): void {
  const fatal = problems.find((problem) => problem.fatal);
  if (fatal === undefined) return;
  const { path, line, message } = fatal;
  throw new ShrinkdepsError("manifest", message, { path, ...(line === undefined ? {} : { line }) });
}

/** Throws for a name that no manifest has, with the one it might have meant. */
export function refuseUnknown(names: readonly string[], project: Project): void {
  const known = listNames(project);
  for (const name of names) {
    if (known.has(name)) continue;
    const close = [...known].find((candidate) => isClose(candidate, name));
    const hint = close === undefined ? "shrinkdeps analyze lists those there are" : `did you mean ${close}?`;
    throw new ShrinkdepsError("usage", `no manifest of this project has a dependency named ${JSON.stringify(name)}`, {
      hint,
    });
  }
}

function listNames(project: Project): Set<string> {
  return new Set(project.manifests.flatMap(({ dependencies }) => dependencies.map(({ name }) => name)));
}

/** One letter more, less or other, or only case and punctuation apart. */
function isClose(left: string, right: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/[-_.]/g, "");
  if (bare(left) === bare(right)) return true;
  if (Math.abs(left.length - right.length) > 1) return false;
  let same = 0;
  while (same < left.length && left[same] === right[same]) same += 1;
  const rest = [left.slice(same), right.slice(same)] as const;
  return rest[0].slice(1) === rest[1].slice(1) || rest[0].slice(1) === rest[1] || rest[0] === rest[1].slice(1);
}
