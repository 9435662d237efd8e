/** Modules of Node that tests replace: what is made of one of them would be another thing to such a test. */
import { builtinModules } from "node:module";
import type { Project } from "../../project/project.ts";
import { replacers } from "./loaders.ts";

const places = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?)\/|[._-](?:test|spec)\.|setup/i;
const calls =
  /\b(?:mock|doMock|setMock|unstable_mockModule|mock\.module|registerMock|td\.replace|td\.replaceEsm)\(\s*(?:import\(\s*)?["'`](?:node:)?([a-z_]+)(?:\/[a-z]+)?["'`]/g;
/** In a file that replaces by keys of an object; other modules' names are common words. */
const keys = /["']?\b(?:node:)?(fs|child_process|crypto|os|https?)\b(?:\/[a-z]+)?["']?\s*:/g;

/** The built-in modules that the tests of a workspace replace ("fs" for "node:fs/promises", too), each with a file that does. */
export function findMockedBuiltins(project: Project): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const { path, workspace } of project.sources) {
    if (!places.test(path)) continue;
    const read = project.disk.read(path);
    if (!("text" in read)) continue;
    const { text } = read;
    const named = [...text.matchAll(calls), ...(replacers.test(text) ? text.matchAll(keys) : [])];
    for (const [, name = ""] of named) {
      if (!builtinModules.includes(name)) continue;
      const here = found.get(workspace) ?? new Map<string, string>();
      found.set(workspace, here.set(name, here.get(name) ?? path));
    }
  }
  return found;
}
