/**
 * Single-file components (Vue, Svelte, Astro) as programs: the script alone, at its own offsets. Everything around it
 * becomes names that mean nothing, of the same length, so that an edit of the program is an edit of the file.
 */
import { ts } from "../../typescript.ts";
import type { Project, SourceFile, TextFile } from "../../project/project.ts";

export interface Component {
  readonly file: SourceFile;
  /** The file's own text. */
  readonly text: string;
  /** The program: the scripts, and fillers of the same length. */
  readonly code: string;
  /** What is not script: a template may use a script's names. */
  readonly outside: string;
}

/** A letter that no program uses for a name of its own. */
const filler = "\u01C1";

/** True for a statement that stands for what is around the script. */
export function isFiller(node: ts.Node): boolean {
  return ts.isExpressionStatement(node) && ts.isIdentifier(node.expression) && node.expression.text.startsWith(filler);
}

/** True for a file that is read as a component. */
export function isComponent(path: string): boolean {
  return /\.(?:vue|svelte|astro)$/.test(path);
}

/** The components of a project, among the files that are no plain source. */
export function componentsOf(project: Project): readonly TextFile[] {
  return project.texts.filter((text) => isComponent(text.path));
}

/**
 * Reads a component; undefined when its scripts cannot be told from the rest for certain: more than two, one that
 * shares a line with markup, an `src` of its own, none.
 */
export function readComponent(file: TextFile, text: string): Component | undefined {
  const found = file.path.endsWith(".astro") ? frontmatter(text) : scripts(text);
  if (found === undefined || found.ranges.length === 0) return undefined;
  let code = "";
  let outside = "";
  let at = 0;
  for (const [start, end] of found.ranges) {
    // On lines of its own, no statement of the script runs on into what stands around it.
    if (!/^[ \t]*\r?\n/.test(text.slice(start, end)) || !/\n[ \t]*$/.test(text.slice(start, end))) return undefined;
    code += fill(text.slice(at, start)) + text.slice(start, end);
    outside += text.slice(at, start);
    at = end;
  }
  code += fill(text.slice(at));
  outside += text.slice(at);
  const source: SourceFile = {
    path: file.path,
    workspace: file.workspace,
    language: found.language,
    moduleKind: "esm",
  };
  return { file: source, text, code, outside };
}

interface Scripts {
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly language: "js" | "jsx" | "ts" | "tsx";
}

function scripts(text: string): Scripts | undefined {
  const open = /<script\b((?:\s+(?:[^\s"'<>=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?))*)\s*>/g;
  const ranges: (readonly [number, number])[] = [];
  let language: Scripts["language"] = "js";
  const comments = [...text.matchAll(/<!--[\s\S]*?-->/g)].map((match): [number, number] => [
    match.index,
    match.index + match[0].length,
  ]);
  for (let match = open.exec(text); match !== null; match = open.exec(text)) {
    const start = match.index + match[0].length;
    const opened = match.index;
    if (comments.some(([from, to]) => from <= opened && opened < to)) continue;
    const end = text.indexOf("</script", start);
    const attributes = match[1] ?? "";
    if (end === -1 || /\bsrc\s*=/.test(attributes)) return undefined;
    const lang = /\blang\s*=\s*["']?(\w+)/.exec(attributes)?.[1] ?? "js";
    if (lang !== "js" && lang !== "jsx" && lang !== "ts" && lang !== "tsx" && lang !== "typescript") return undefined;
    if (lang !== "js") language = lang === "typescript" ? "ts" : lang;
    ranges.push([start, end]);
    open.lastIndex = end;
  }
  return ranges.length > 2 ? undefined : { ranges, language };
}

function frontmatter(text: string): Scripts | undefined {
  const match = /^\uFEFF?---(?=[ \t]*\r?\n)([\s\S]*?\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match?.[1] === undefined) return undefined;
  const start = match[0].indexOf("---") + 3;
  return { ranges: [[start, start + match[1].length]], language: "ts" };
}

/** The same length and lines, as statements that end before what follows. */
function fill(text: string): string {
  const filled = text.replace(/[^\r\n]/g, filler);
  return filled.length > 1 && filled.endsWith(filler) ? `${filled.slice(0, -1)};` : filled;
}

/** True when the template uses the name, or may: as a word anywhere outside the script. */
export function isUsedOutside(outside: string, name: string): boolean {
  const kebab = name.replace(/[A-Z]/g, (letter, index: number) => `${index === 0 ? "" : "-"}${letter.toLowerCase()}`);
  return [name, kebab].some((word) =>
    new RegExp(`(?<![\\w$])\\$?${word.replace(/[$\\]/g, "\\$&")}(?![\\w$])`).test(outside),
  );
}
