/** Directories whose every file is loaded by something: a helper in one would be taken for a page, a test or a rule. */
import { posix } from "node:path";
import { quoteForPattern } from "../usages/read.ts";
import type { Project } from "../../project/project.ts";

/** Names by which frameworks and tools find what they load, whatever else is in the directory. */
const conventional =
  /^(?:pages|routes?|api|functions|plugins?|middlewares?|commands?|rules?|migrations|seeds|seeders|tasks?|models?|jobs?|events?|__tests__|__mocks__|stories)$/;

const listings =
  /(?<!["'`])\breaddir(?:Sync)?\b|\brequire\.context\b|\bimport\.meta\.glob\b|\b(?:requireindex|requireIndex|require-all|requireAll|include-all|require-?[dD]ir|autoload|loadTasks)\b/;

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
  if (conventional.test(name) || holdsUnnamed(project, directory)) return true;
  const parent = parentOf(directory);
  return project.sources.some(({ path }) => {
    const at = parentOf(path);
    if (at !== directory && at !== parent) return false;
    const file = project.disk.read(path);
    if (!("text" in file) || !listings.test(file.text)) return false;
    return at === directory
      ? listsItself(file.text)
      : new RegExp(`["'\`/]${quoteForPattern(name)}(?:["'\`/])`).test(file.text.replaceAll(plain, ""));
  });
}

/** Loads of one file by its name, and comments: they list nothing. */
const plain =
  /\b(?:require|import)\s*\(\s*(["'])[^"'\n]*\1\s*\)|\b(?:from|import)\s*(["'])[^"'\n]*\2|(?<=^|\s)\/\/.*$|^\s*\*\s.*$/gm;

/** Loads of a file whose name is made up when it runs. */
const computedLoad =
  /\b(?:require|import)\s*\(\s*(?!["'`)])|\b(?:require|import)\s*\(\s*(?:["'][^"']*["']\s*\+|`[^`]*\$\{)/;

/**
 * True for a directory with a source that no other names, where the project lists some directory and loads files by names
 * made up: that source is loaded so, and its neighbours may be. An index, and what the manifest names, is loaded otherwise.
 */
function holdsUnnamed(project: Project, directory: string): boolean {
  const named = namedFiles(project);
  if (named === undefined) return false;
  return project.sources.some(({ path }) => {
    if (parentOf(path) !== directory) return false;
    const stem = path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
    return !named.has(stem) && !/(?:^|\/)index$/.test(stem);
  });
}

const known = new WeakMap<Project, ReadonlySet<string> | undefined>();

/** Paths, without their endings, that some source or manifest names; undefined where nothing is loaded by made-up names. */
function namedFiles(project: Project): ReadonlySet<string> | undefined {
  if (known.has(project)) return known.get(project);
  const texts = project.sources.flatMap(({ path }) => {
    const file = project.disk.read(path);
    return "text" in file ? [{ path, text: file.text }] : [];
  });
  const isComputed = texts.some(({ text }) => listings.test(text)) && texts.some(({ text }) => computedLoad.test(text));
  const manifests = project.manifests.map(({ path, text }) => ({ path, text: text.replaceAll('": "', '": "./') }));
  const named = new Set(
    [...texts, ...manifests].flatMap(({ path, text }) =>
      [...text.matchAll(/["'`](\.{1,2}\/[^"'`\n]*)["'`]/g)].map(([, specifier = ""]) =>
        posix
          .join(parentOf(path), specifier)
          .replace(/\/$/, "")
          .replace(/\.[cm]?[jt]sx?$/, ""),
      ),
    ),
  );
  known.set(project, isComputed ? named : undefined);
  return known.get(project);
}

function listsItself(text: string): boolean {
  return /(?:readdir(?:Sync)?|[iI]ndex|[aA]ll|[dD]ir)\(\s*(?:__dirname|import\.meta\.dirname)\s*[,)]|\.(?:context|glob)\(\s*\[?\s*["'`]\.\/?(?:\*|["'`])/.test(
    text,
  );
}

function parentOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
