/** Directories whose every file is loaded by something: a helper in one would be taken for a page, a test or a rule. */
import type { Project } from "../../project/project.ts";

/** Names by which frameworks and tools find what they load, whatever else is in the directory. */
const conventional =
  /^(?:pages|routes|api|functions|plugins|middlewares?|commands|rules|migrations|seeds|seeders|tasks|models|jobs|events|__tests__|__mocks__|stories)$/;

const listings =
  /\breaddir(?:Sync)?\b|\brequire\.context\b|\bimport\.meta\.glob\b|\b(?:requireindex|requireIndex|require-all|requireAll|include-all|require-?[dD]ir|autoload|loadTasks)\b/;

/** The nearest directory at or above this one, within the workspace, of which that is not known. */
export function unlisted(project: Project, workspace: string, directory: string): string {
  let at = directory;
  while (at !== workspace && at !== "" && isListed(project, at)) at = parentOf(at);
  if (at === workspace || !/(?:^|\/)tests?$/.test(at)) return at;
  const manifest = project.manifests.find((candidate) => candidate.directory === workspace);
  // AVA takes every file there for a test, but for a folder of that name.
  return manifest?.dependencies.some(({ name }) => name === "ava") === true ? `${at}/helpers` : at;
}

/** True where something is known to load every file, by the directory's name or by a file beside or above it. */
export function isListed(project: Project, directory: string): boolean {
  const name = directory.slice(directory.lastIndexOf("/") + 1);
  if (conventional.test(name)) return true;
  const parent = parentOf(directory);
  return project.sources.some(({ path }) => {
    const at = parentOf(path);
    if (at !== directory && at !== parent) return false;
    const file = project.disk.read(path);
    if (!("text" in file) || !listings.test(file.text)) return false;
    return at === directory ? listsItself(file.text) : new RegExp(`["'\`/]${escape(name)}(?:["'\`/])`).test(file.text);
  });
}

function listsItself(text: string): boolean {
  return /(?:readdir(?:Sync)?|[iI]ndex|[aA]ll|[dD]ir)\(\s*(?:__dirname|import\.meta\.dirname)\s*[,)]|\.(?:context|glob)\(\s*\[?\s*["'`]\.\/?(?:\*|["'`])/.test(
    text,
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function parentOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
