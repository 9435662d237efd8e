/** Directories whose every file is loaded by something: a helper in one would be taken for a page, a test or a rule. */
import { posix } from "node:path";
import { quoteForPattern } from "../usages/read.ts";
import type { Project } from "../../project/project.ts";

/** Names by which frameworks and tools find what they load, whatever else is in the directory. */
const conventional =
  /^(?:pages|routes?|api|(?:edge-)?functions|plugins?|middlewares?|commands?|cmds|rules?|migrations|seeds|seeders|tasks?|models?|jobs?|events?|listeners|interactions|controllers|resolvers|policies|layouts|composables|generators|codemods|transforms|locales?|translations|_data|__tests__|__mocks__|stories|e2e)$/;

/** Those of them below which every directory is looked through as well. */
const deep = /^(?:pages|routes|(?:edge-)?functions|commands|composables|__tests__|__mocks__|stories|e2e)$/;

const listings =
  /(?<!["'`])\b(?:readdir|opendir)(?:Sync)?\b|\brequire\.context\b|\bimport\.meta\.glob\b|\b(?:requireindex|requireIndex|require-all|requireAll|include-all|require-?[dD]ir|autoload|loadTasks|commandDir)\b|\b(?:glob|fg|fastGlob|globby)(?:\.sync|Sync)?\s*\(/;

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
  if (isConventional(project, directory) || holdsUnnamed(project, directory)) return true;
  const parent = parentOf(directory);
  return project.sources.some(({ path }) => {
    const at = parentOf(path);
    if (at !== directory && at !== parent) return false;
    const file = project.disk.read(path);
    if (!("text" in file) || !listings.test(file.text)) return false;
    return at === directory
      ? listsItself(file.text)
      : new RegExp(`["'\`/]${quoteForPattern(name)}(?:["'\`/])`).test(withoutFiles(project, path, file.text));
  });
}

/** True for a name that tools go by, the directory's own or one above it in its workspace. */
function isConventional({ manifests }: Project, directory: string): boolean {
  const within = manifests
    .map((manifest) => manifest.directory)
    .filter((each) => each === "" || directory === each || directory.startsWith(`${each}/`))
    .reduce((longest, each) => (each.length > longest.length ? each : longest), "");
  const [first = "", ...others] = directory
    .slice(within.length)
    .split("/")
    .filter((part) => part !== "");
  const last = others[others.length - 1] ?? first;
  return conventional.test(last) || first === "api" || [first, ...others].some((part) => deep.test(part));
}

/** Loads of one file by its name, and comments: they list nothing. */
const plain =
  /\b(?:require|import)\s*\(\s*(["'])[^"'\n]*\1\s*\)|\b(?:from|import)\s*(["'])[^"'\n]*\2|(?<=^|\s)\/\/.*$|^\s*\*\s.*$/gm;

/** The text without loads, and without paths that are those of a source: they name that one, and no folder. */
function withoutFiles(project: Project, path: string, text: string): string {
  const stems = stemsOf(project);
  return text
    .replaceAll(plain, "")
    .replaceAll(/(?<!\b(?:dirname|resolve)\(\s*)(["'`])(\.{1,2}\/[^"'`\n]*)\1/g, (all, _quote, specifier: string) =>
      stems.has(stemOf(posix.join(parentOf(path), specifier))) ? "" : all,
    );
}

const stems = new WeakMap<Project, ReadonlySet<string>>();

function stemsOf(project: Project): ReadonlySet<string> {
  const found = stems.get(project) ?? new Set(project.sources.map(({ path }) => stemOf(path)));
  stems.set(project, found);
  return found;
}

function stemOf(path: string): string {
  return path.replace(/(?:\.d)?\.[cm]?[jt]sx?$/, "");
}

/** Loads of a file whose name is made up when it runs. */
const computedLoad =
  /\b(?:require|import)\s*\(\s*(?!["'`)])|\b(?:require|import)\s*\(\s*(?:["'][^"']*["']\s*\+|`[^`]*\$\{)/;

/** Names by which runners find tests and stories: the files beside them are no such. */
const bySuffix = /[.-](?:test|tests|spec|bench|stories|e2e|cy)(?:-d)?$/;

const helping = /(?:^|\/)(?:tests?(?:[-_]\w+)?|__tests__|specs?)\/(?:[\w-]+\/)*_?(?:helpers?|support|utils?|lib)$/;

/** True for a folder of what tests share: their runners load nothing from it. */
export function isSharedByTests(directory: string): boolean {
  return helping.test(directory);
}

/**
 * True for a directory with a source that no other names, where the project lists some directory and loads files by names
 * made up: that source is loaded so, and its neighbours may be. An index, a test beside what it tests, and what the manifest
 * names, is loaded otherwise.
 */
function holdsUnnamed(project: Project, directory: string): boolean {
  // What is compiled from there may not leave it, and a suspicion is no reason to.
  if (isSharedByTests(directory) || /(?:^|\/)src$/.test(directory)) return false;
  const named = namedFiles(project);
  if (named === undefined) return false;
  return project.sources.some(({ path }) => {
    if (parentOf(path) !== directory) return false;
    const stem = stemOf(path);
    return !named.has(stem) && !/(?:^|\/)index$/.test(stem) && !bySuffix.test(stem);
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
  for (const { directory, scripts } of project.manifests)
    for (const [path] of Object.values(scripts)
      .join(" ")
      .matchAll(/(?<![\w@./-])[\w@.-]+(?:\/[\w@.-]+)+/g))
      named.add(stemOf(posix.join(directory, path)));
  known.set(project, isComputed ? named : undefined);
  return known.get(project);
}

const listing =
  /(?:\b(?:readdir|opendir)(?:Sync)?|[iI]ndex|[aA]ll|[dD]ir|\b(?:context|glob|fg|fastGlob|globby)(?:\.sync|Sync)?)\(/g;

/** True where a file lists the directory it is in: by a call that names that, and none below it. */
function listsItself(text: string): boolean {
  return [...text.matchAll(listing)].some((match) => {
    const call = match[0];
    const given = insideOf(text, match.index + call.length);
    const name = /^\s*(\w+)\s*(?:,|$)/.exec(given)?.[1];
    const value = name === undefined ? undefined : new RegExp(`\\b${name}\\s*=([^;\\n]*)`).exec(text)?.[1];
    const isOfFile = /^(?:context|glob)\($/.test(call) && /^\s*\[?\s*["'`]\./.test(given);
    const all = `${value ?? ""} ${given}`.replaceAll(plain, "");
    return (isOfFile || /(?<!\.)\b__(?:dir|file)name\b|import\.meta/.test(all)) && stringsIn(all).every(isHere);
  });
}

/** What stands between a parenthesis and the one that closes it. */
function insideOf(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; end < text.length && depth > 0; end += 1) {
    if (text[end] === "(") depth += 1;
    if (text[end] === ")") depth -= 1;
  }
  return text.slice(start, end - 1);
}

function stringsIn(text: string): readonly string[] {
  return [...text.matchAll(/(["'`])((?:(?!\1)[^\\\n])*)\1/g)].map(([, , inner = ""]) => inner);
}

/** True for a string that leads nowhere else: a pattern of names, the directory itself, an encoding. */
function isHere(text: string): boolean {
  return /^(?:\.?\/?|\.?\/?\*[^/]*(?:\/\*[^/]*)*|utf-?8|buffer)$/i.test(text);
}

function parentOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
