/** Which JavaScript of a project a type checker reads. */
import type { ts } from "../../typescript.ts";
import { governingConfig, nearestConfig, readConfigOptions } from "../../analyze/facts/configs.ts";
import type { Project } from "../../project/project.ts";

/** True for a file that asks for it itself, or whose configuration does for all: what it loads has to tell its types. */
export function isTypeChecked(project: Project, path: string, source: ts.SourceFile): boolean {
  const own = pragmaOf(source);
  if (own !== undefined) return own;
  // An editor reads jsconfig.json as a compiler does the other.
  const configs = [governingConfig(project, path), nearestConfig(project.disk, path, "jsconfig.json")];
  return configs.some(
    (one) => one !== undefined && readConfigOptions(project.root, project.disk, one)?.checkJs === true,
  );
}

/** What the comments at the top of a file say: `// @ts-check`, or not to; the last one counts. */
function pragmaOf({ text }: ts.SourceFile): boolean | undefined {
  const top = /^\uFEFF?(?:#![^\n]*\n)?(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0] ?? "";
  const [last] = [...top.matchAll(/^[ \t]*\/\/\/?[ \t]*@ts-(no)?check(?![\w-])/gm)].slice(-1);
  return last === undefined ? undefined : last[1] === undefined;
}
