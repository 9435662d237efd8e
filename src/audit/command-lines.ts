/** The command lines a project runs: npm scripts, workflow steps, Dockerfiles, hooks and shell scripts. */
import { jsonTokens } from "../analyze/tools/json.ts";
import { shellCommands } from "../analyze/tools/shell.ts";
import { plainText, type Text, type Token } from "../analyze/tools/token.ts";
import { yamlTokens } from "../analyze/tools/yaml.ts";
import { lineAndColumn } from "../project/lines.ts";
import type { TextFile } from "../project/project.ts";
import type { AuditedProject } from "./check.ts";

export interface CommandLine {
  /** Its words, quotes resolved; what only sets variables or runs what follows ("sudo", "cross-env A=b") is left out. */
  readonly words: readonly string[];
  readonly path: string;
  readonly line: number;
  readonly workspace: string;
  readonly runsIn: "script" | "workflow" | "dockerfile" | "hook" | "shell";
  /** The same words with their places in the file. */
  readonly texts: readonly Text[];
  /** All of the shell text it stands in, and the keys that stands under ("jobs", "test", "steps", "run"). */
  readonly whole: string;
  readonly keys: readonly string[];
}

/** Keys of workflow files whose values are command lines, in the notations of the usual services. */
const commandKeys = new Set([
  "run",
  "script",
  "before_script",
  "after_script",
  "command",
  "commands",
  "cmd",
  "install",
]);
/** They run what stands behind them and their own flags and assignments. */
const wrappers = new Set([
  "sudo",
  "env",
  "cross-env",
  "time",
  "nice",
  "exec",
  "command",
  "nohup",
  "xvfb-run",
  "corepack",
]);

/** Every simple command, in the order of the manifests and then of the files. */
export function readCommandLines(project: AuditedProject): readonly CommandLine[] {
  const scripts = project.manifests.flatMap(({ path, directory, text, scripts: own }) =>
    jsonTokens(text)
      .filter(({ path: [section, name, ...deeper], value, isKey }) => {
        return !isKey && section === "scripts" && name !== undefined && deeper.length === 0 && own[name] === value;
      })
      .flatMap((token) => linesOf(token, token.path, text, { path, workspace: directory, runsIn: "script" })),
  );
  return [...scripts, ...project.texts.flatMap((file) => linesOfFile(project, file))];
}

/** The simple commands of one shell text, each with its place in the file. */
function linesOf(
  text: Text,
  keys: readonly string[],
  file: string,
  place: Pick<CommandLine, "path" | "workspace" | "runsIn">,
): CommandLine[] {
  return commandsIn(text).map((texts) => {
    const words = texts.map(({ value }) => value);
    const { line } = lineAndColumn(file, texts[0]?.offsets[0] ?? 0);
    return { ...place, words, texts, line, whole: text.value, keys };
  });
}

function linesOfFile(project: AuditedProject, file: TextFile): CommandLine[] {
  const { path, workspace, kind } = file;
  if (kind !== "workflow" && kind !== "dockerfile" && kind !== "hook" && kind !== "shell") return [];
  const read = project.disk.read(path);
  if (!("text" in read)) return [];
  return commandTexts(kind, read.text).flatMap((text) =>
    linesOf(text, text.path, read.text, { path, workspace, runsIn: kind }),
  );
}

type Keyed = Text & Pick<Token, "path">;

function commandTexts(kind: "workflow" | "dockerfile" | "hook" | "shell", text: string): Keyed[] {
  if (kind === "workflow")
    return yamlTokens(text).filter(({ isKey, path }) => !isKey && commandKeys.has(path.at(-1) ?? ""));
  if (kind !== "dockerfile") return [{ ...plainText(text), path: [] }];
  const instruction = /^[\t ]*(?:ONBUILD\s+)?(?:RUN|CMD|ENTRYPOINT)\s+(?:--\S+\s+)*((?:\\\r?\n|[^\n])*)/gim;
  return [...text.matchAll(instruction)].map((match) => {
    const end = match.index + match[0].length;
    const start = end - match[1]!.length;
    const inner = hereDocument(text, match[1]!, end);
    if (inner !== undefined) return { ...plainText(text, end, inner), path: [] };
    return { ...(match[1]!.startsWith("[") ? asWords(match[1]!, start) : plainText(text, start, end)), path: [] };
  });
}

/** Where the lines end that a RUN hands to its shell (`RUN <<EOF`); undefined for one that hands it none. */
function hereDocument(text: string, instruction: string, from: number): number | undefined {
  const [, mark] = /^(?:(?:\/bin\/)?(?:ba|da|z)?sh\s+(?:-\w+\s+)*)?<<-?\s*["']?(\w+)["']?/.exec(instruction) ?? [];
  if (mark === undefined) return undefined;
  const length = new RegExp(`^[\\t ]*${mark}[\\t ]*\\r?$`, "m").exec(text.slice(from))?.index;
  return length === undefined ? text.length : from + length;
}

/** The words of a list (`["npx", "serve"]`) as one line of a shell. */
function asWords(list: string, start: number): Text {
  const words = jsonTokens(list).map(({ value }) => value);
  const value = words
    .map((word) => (/[^\w@./:=+-]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word))
    .join(" ");
  return { value, offsets: Array.from({ length: value.length + 1 }, () => start) };
}

/** The words of each simple command, and of those inside its arguments. */
function commandsIn(text: Text, depth = 0): (readonly Text[])[] {
  return shellCommands(text).flatMap(({ words }) => {
    let from = 0;
    while (from < words.length && wrappers.has(words[from]!.value)) {
      from += 1;
      while (from < words.length && /^-|^[A-Za-z_]\w*=/.test(words[from]!.value)) from += 1;
    }
    const own = words.slice(from);
    if (own.length === 0) return [];
    // A command line inside an argument: `sh -c "npm i"`, `concurrently "npx a" "npx b"`.
    const inner = depth < 3 ? own.slice(1).filter(({ value }) => /\s/.test(value)) : [];
    return [own, ...inner.flatMap((argument) => commandsIn(argument, depth + 1))];
  });
}
