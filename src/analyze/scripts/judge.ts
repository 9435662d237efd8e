/** Verdicts on the commands of npm scripts: what a recipe makes of each, where every shell reads it as we do. */
import type { Catalog, Era } from "../../catalog/catalog.ts";
import type { Manifest, Project, RuntimeFloor } from "../../project/project.ts";
import type { CommandRewrite } from "../../recipe.ts";
import { jsonTokens } from "../tools/json.ts";
import type { Token } from "../tools/token.ts";
import type { JudgedUsage, Usage } from "../usage.ts";
import { findTooOld } from "../verdicts/runtime.ts";
import { eraFor } from "../versions.ts";
import { findAmbiguity, type Line, readLine, type SimpleCommand } from "./line.ts";
import { findArguments, isPosixOnly } from "./shell.ts";
import { type Called, commandOf, findCalled } from "./target.ts";

/** A judged command of a script: what the rewrite works from. */
export interface ScriptDecision {
  readonly usage: JudgedUsage;
  /** The recipe that was asked; undefined when none speaks for what is installed. */
  readonly era: Era | undefined;
  /** What replaces [start, end) of the manifest's text, JSON escapes included; undefined when it is refused. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string } | undefined;
}

/** Decides on usages of the form "script". Pure; `floorOf` gives what a workspace promises. */
export function judgeScripts(
  project: Project,
  catalog: Catalog,
  usages: readonly Usage[],
  floorOf: (workspace: string) => RuntimeFloor,
): ScriptDecision[] {
  const lines = new Map<string, readonly Script[]>();
  return usages.map((usage) => {
    // An installed tree has one file of a name in node_modules/.bin, and which package it is of nothing here says.
    const isShared = usages.some(
      (other) => other !== usage && other.file === usage.file && other.start === usage.start,
    );
    if (isShared) return refuse(usage, undefined, "more than one package brings the command");
    const manifest = project.manifests.find(({ path }) => path === usage.file);
    if (manifest === undefined) return refuse(usage, undefined, "is run from a file that is no manifest");
    const scripts = lines.get(manifest.path) ?? readScripts(manifest);
    lines.set(manifest.path, scripts);
    const era = eraFor(project, catalog, usage.package, usage.workspace);
    if (typeof era === "string") return refuse(usage, undefined, `an npm script runs its command, and ${era}`);
    return judgeUsage(project, manifest, scripts, usage, era, floorOf(usage.workspace));
  });
}

interface Script {
  readonly name: string;
  readonly token: Token;
  readonly line: Line;
}

function readScripts(manifest: Manifest): Script[] {
  return jsonTokens(manifest.text)
    .filter(({ path, isKey }) => path[0] === "scripts" && path.length === 2 && !isKey)
    .map((token) => ({ name: token.path[1]!, token, line: readLine(token.value) }));
}

function judgeUsage(
  project: Project,
  manifest: Manifest,
  scripts: readonly Script[],
  usage: Usage,
  era: Era,
  floor: RuntimeFloor,
): ScriptDecision {
  const script = scripts.find(({ token: { offsets } }) => offsets[0]! <= usage.start && usage.start <= offsets.at(-1)!);
  if (script === undefined) return refuse(usage, era, "an npm script runs its command");
  const { line, token } = script;
  if ("refuse" in line) return refuse(usage, era, line.refuse);
  const found = line.commands
    .flatMap((command) => findCalled(command).map((called) => ({ command, called })))
    .find(({ called }) => token.offsets[called.name.start] === usage.start);
  const name = found === undefined ? undefined : commandOf(found.called.name);
  if (found === undefined || name === undefined)
    return refuse(usage, era, "an npm script runs its command in a way that is not rewritten");
  const rewrite = era.commands.get(name);
  if (rewrite === undefined)
    return refuse(usage, era, `an npm script runs its command, and ${name} has no replacement`);
  const { command, called } = found;
  const isPosix = isPosixOnly(project, manifest);
  const answer = rewrite({ words: called.words.map(({ value }) => value), isPosix });
  if ("refuse" in answer) return refuse(usage, era, answer.refuse);
  const written =
    "scripts" in answer ? runInTurn(project, answer.scripts, script, found) : write(answer, command, called, isPosix);
  if ("refuse" in written) return refuse(usage, era, written.refuse);
  const needed = ("node" in answer ? answer.since : undefined) ?? era.floor;
  const tooOld = findTooOld(needed, { ...floor, browser: false }, "node");
  if (tooOld !== undefined) return refuse(usage, era, tooOld);
  const given = command.isLast && !("keep" in answer) ? findArguments(project, script.name) : undefined;
  if (given !== undefined)
    return refuse(usage, era, `${given} runs the script ${script.name} with arguments of its own`);
  const edit = {
    start: token.offsets[called.start]!,
    end: token.offsets[written.end]!,
    text: JSON.stringify(written.text).slice(1, -1),
  };
  return { usage: { ...usage, verdict: { kind: "inline" }, becomes: written.text.trimEnd() }, era, edit };
}

/** The scripts as commands of npm, where nothing else of the line depends on how they end. */
function runInTurn(
  project: Project,
  names: readonly string[],
  { token }: Script,
  { command, called }: { readonly command: SimpleCommand; readonly called: Called },
): Written {
  const { start, name, words } = called;
  const end = words.at(-1)?.end ?? name.end;
  if (command.redirect !== undefined) return { refuse: "its output is redirected" };
  if (token.value.slice(0, start).trim() !== "" || token.value.slice(end).trim() !== "")
    return { refuse: "it is one of several commands of its script" };
  const ambiguity = words.map((word) => findAmbiguity(word, false)).find((one) => one !== undefined);
  if (ambiguity !== undefined) return { refuse: ambiguity };
  const others = ["yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"].filter((path) => project.disk.exists(path));
  if (others.length > 0)
    return { refuse: `it runs scripts by the manager that ran it, which ${others[0]} says is not npm` };
  return { text: names.map((each) => `npm run ${each}`).join(" && "), end };
}

type Written = { readonly text: string; readonly end: number } | { readonly refuse: string };

/** The text in place of a command, up to `end` in the script; or why there is none. */
function write(
  answer: Exclude<CommandRewrite, { readonly refuse: string } | { readonly scripts: readonly string[] }>,
  { redirect }: SimpleCommand,
  { name, words }: Called,
  isPosix: boolean,
): Written {
  if ("node" in answer) {
    if (redirect !== undefined) return { refuse: "its output is redirected" };
    const ambiguity = words.map((word) => findAmbiguity(word, isPosix)).find((one) => one !== undefined);
    if (ambiguity !== undefined) return { refuse: ambiguity };
    // Inside double quotes these mean something to sh, cmd.exe or PowerShell, also where they are escaped.
    const special = /["\\$`%!^&|<>\n\r]/.exec(answer.node)?.[0];
    if (special !== undefined) return { refuse: `its replacement holds ${special}, which a shell would read` };
    return { text: `node -e "${answer.node}"`, end: words.at(-1)?.end ?? name.end };
  }
  const kept = words[answer.keep];
  if (!isPosix)
    return { refuse: "cmd.exe knows no variables before a command, and npm runs its scripts by it on Windows" };
  if (kept === undefined || kept.quotes !== "none" || (redirect ?? kept.start) < kept.start)
    return { refuse: "what it runs is no plain command" };
  const odd = words
    .slice(answer.keep)
    .find(({ value, isEscaped }) => isEscaped || value === "" || /[$\\'`]/.test(value));
  if (odd !== undefined) return { refuse: `it reads ${odd.value === "" ? "an empty word" : odd.value} in its own way` };
  const ambiguity = words.slice(0, answer.keep).map((word) => findAmbiguity(word, isPosix));
  const reason = ambiguity.find((one) => one !== undefined);
  if (reason !== undefined) return { refuse: reason };
  return { text: answer.assignments.map((one) => `${one} `).join(""), end: kept.start };
}

function refuse(usage: Usage, era: Era | undefined, reason: string): ScriptDecision {
  return { usage: { ...usage, verdict: { kind: "refuse", reason } }, era, edit: undefined };
}
