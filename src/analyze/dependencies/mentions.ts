import type { SkippedFile, SourceFile } from "../../project/project.ts";
import { ts } from "../../typescript.ts";
import { mentions, quoteForPattern, readThroughEscapes } from "../usages/read.ts";
import { commandsOf } from "../tools/bins.ts";
import type { Context } from "./context.ts";

const UNREADABLE = new Set(["source-unreadable", "directory-unreadable", "symlink-loop"]);
/** Beyond this a text is not parsed to tell a string from a comment. */
const PARSE_LIMIT = 1_000_000;
const MENTION_LIMIT = 20_000_000;

/**
 * Why a package that no usage was found of may still be needed: a string in a source spells its name (a view engine, a
 * database driver, a plugin loaded by name), a file left alone mentions it, or a file could not be read at all.
 */
export function mentionOf(context: Context, name: string, workspace: string): string | undefined {
  const { project, holders } = context;
  const unreadable = project.problems.find(({ kind }) => UNREADABLE.has(kind));
  if (unreadable !== undefined) return `${unreadable.path} could not be read, and may use it`;
  const isHere = (other: string) => other === workspace || holders.get(name)?.has(other) !== true;
  const quoted = new RegExp(`["'\`]${inPieces(name)}(?:/[^"'\`\\n]*)?["'\`]`);
  // A chain of webpack's loaders in a specifier: "!raw-loader!./a.txt", "imports-loader?x=1!./b".
  const chained = new RegExp(`["'\`!]${quoteForPattern(name)}(?:\\?[^"'\`\\n]*)?!`);
  const commands = commandsOf(project.disk, name, workspace);
  for (const file of filesToSearch(context, name, commands)) {
    if (!isHere(file.workspace)) continue;
    const line = lineOf(context, file.path, quoted, name);
    if (line !== undefined && isInCode(context, file.path, name))
      return `${file.path}:${line} names it in a string, and may load it by that name`;
    const chain = lineOf(context, file.path, chained, name);
    if (chain !== undefined) return `${file.path}:${chain} names it in a chain of webpack's loaders`;
    const run = commands.length === 0 ? undefined : lineOfCommand(context, file.path, commands);
    if (run !== undefined) return `${file.path}:${run} names a command of it in node_modules/.bin`;
  }
  const word = new RegExp(`(?<![\\w@/.-])${quoteForPattern(name)}(?![\\w-])`);
  for (const { kind, path } of project.problems) {
    if (kind !== "source-unparsable" && kind !== "config-malformed") continue;
    const line = lineOf(context, path, word, name);
    if (line !== undefined) return `${path}:${line} mentions it, and the file could not be parsed`;
  }
  return undefined;
}

/** The files that may name a package or reach its commands, in order: most name neither, and are not looked at again. */
function filesToSearch(
  { project, judgements, reachingCommands }: Context,
  name: string,
  commands: readonly string[],
): readonly (SourceFile | SkippedFile)[] {
  const skipped = project.skipped ?? [];
  // The parts of a scoped name may stand apart, where no search for the whole of it finds them.
  if (name.startsWith("@")) return [...project.sources, ...skipped];
  const reaching = commands.length === 0 ? [] : reachingCommands();
  const found = new Set([...(judgements.get(name)?.mentionedIn ?? project.sources), ...reaching]);
  return [...project.sources.filter((file) => found.has(file)), ...skipped];
}

/** Whether the name stands in a string of the program, or in a comment that the compiler reads; not in any other. */
function isInCode({ project }: Context, path: string, name: string): boolean {
  const file = project.disk.read(path);
  if (!("text" in file) || /\bimport\s*\(|@import\b|<reference\b|@jsx/.test(file.text) || !/\/[/*]/.test(file.text))
    return true;
  if (file.text.length > PARSE_LIMIT) return true;
  const scope = name.startsWith("@") ? name.split("/")[0] : undefined;
  let found = false;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
      found ||= node.text === name || node.text.startsWith(`${name}/`) || node.text === scope;
    if (!found) ts.forEachChild(node, visit);
  };
  visit(
    ts.createSourceFile(
      path,
      file.text,
      ts.ScriptTarget.Latest,
      false,
      /\.[cm]?ts$/.test(path) ? ts.ScriptKind.TS : ts.ScriptKind.TSX,
    ),
  );
  return found;
}

function lineOf({ project }: Context, path: string, pattern: RegExp, name: string): number | undefined {
  const file = project.disk.read(path);
  if (!("text" in file) || file.text.length > MENTION_LIMIT || !mayName(file.text, name)) return undefined;
  const plain = pattern.exec(file.text);
  // Escapes may hold line breaks: the lines are then those of the text they are resolved in.
  const text = plain === null ? readThroughEscapes(file.text) : file.text;
  const match = plain ?? pattern.exec(text);
  return match === null ? undefined : text.slice(0, match.index).split("\n").length;
}

/** Where a command is reached by its path: `node_modules/.bin/tsc`, `join(root, "node_modules", ".bin", "tsc")`. */
function lineOfCommand({ project }: Context, path: string, commands: readonly string[]): number | undefined {
  const file = project.disk.read(path);
  if (!("text" in file) || !file.text.includes(".bin") || file.text.length > MENTION_LIMIT) return undefined;
  const names = commands.map(quoteForPattern).join("|");
  const at = file.text.search(new RegExp(`\\.bin(?:[/\\\\]+|["'\`]\\s*,\\s*["'\`])(?:${names})(?![\\w-])`));
  return at === -1 ? undefined : file.text.slice(0, at).split("\n").length;
}

function mayName(text: string, name: string): boolean {
  return mentions(text, name) || (name.startsWith("@") && name.split("/").every((part) => text.includes(part)));
}

/** A name with a scope may be two parts of a path: `join("node_modules", "@scope", "name")`. */
function inPieces(name: string): string {
  const [scope, bare] = name.split("/");
  return bare === undefined
    ? quoteForPattern(name)
    : `(?:${quoteForPattern(name)}|${quoteForPattern(scope!)}["'\`]\\s*,\\s*["'\`]${quoteForPattern(bare)})`;
}
