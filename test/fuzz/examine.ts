/** Plans programs, checks the plans, runs what changed before and after, and counts. */
import type { Catalog } from "../../src/catalog/catalog.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import type { Plan } from "../../src/rewrite/plan.ts";
import { checkNames, checkPlan, type Mistake, unusedName } from "./checks.ts";
import { execute, type Outcome, type Runnable } from "./execute.ts";
import type { Program } from "./generate.ts";
import type { Package } from "./packages.ts";
import { diagnose } from "./types.ts";
import { projectOf } from "./world.ts";

export interface Examined {
  readonly program: Program;
  readonly plan: Plan | undefined;
  readonly after: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
  /** What it did before, when it was run. */
  readonly outcome: Outcome | undefined;
  /** True when its types were compared. */
  readonly typed: boolean;
  /** True when the new text adds a type error, so that apply would put a package back. */
  readonly putBack: boolean;
  /** True when it behaves differently by a deviation that a recipe declares. */
  readonly isDeclared: boolean;
}

export interface ExamineOptions {
  /** Changes a plan, to see that it is noticed. */
  readonly spoil?: (plan: Plan) => Plan;
  /** Runs each program, before and after, in a process of its own. */
  readonly apart?: boolean;
}

/** Examines programs, each planned by itself; what changed of any is run before and after. */
export async function examine(
  programs: readonly Program[],
  catalog: Catalog,
  options: ExamineOptions = {},
): Promise<readonly Examined[]> {
  const looked: Looked[] = [];
  for (const program of programs) looked.push(await look(program, catalog, options));
  const changed = looked.filter(({ left }) => left !== undefined);
  const runs = await execute(
    changed.flatMap(({ program, left }) => [beforeOf(program), left!]),
    options.apart,
  );
  const found: Examined[] = [];
  for (const { left, ...looking } of looked) {
    const index = left === undefined ? -1 : changed.findIndex(({ program }) => program === looking.program);
    const before = runs[index * 2];
    const after = runs[index * 2 + 1];
    const difference =
      before === undefined || after === undefined ? undefined : compare(looking.program, before, after);
    const isDeclared = difference !== undefined && (await hasDeviated(looking.program));
    const own =
      before?.end === "SyntaxError" ? looking.mistakes.filter(({ kind }) => kind !== unusedName) : looking.mistakes;
    const mistakes = difference === undefined || isDeclared ? own : [...own, difference];
    found.push({ ...looking, mistakes, outcome: before, isDeclared });
  }
  return found;
}

/** Runs a program once more with its packages watched: it may have met a difference that a recipe declares. */
async function hasDeviated(program: Program): Promise<boolean> {
  const [watched] = await execute([{ ...beforeOf(program), isWatched: true }]);
  return watched?.hasDeviated === true;
}

function beforeOf({ files, entry, packages }: Program): Runnable {
  return { files, entry, installed: packages };
}

type Looked = Omit<Examined, "outcome" | "isDeclared"> & { readonly left: Runnable | undefined };

/** Plans a program and checks all that can be seen without running it. */
async function look(program: Program, catalog: Catalog, { spoil }: ExamineOptions): Promise<Looked> {
  const { files, packages } = program;
  const none = { program, plan: undefined, after: files, left: undefined, typed: false, putBack: false };
  let made: Plan;
  try {
    made = await plan(projectOf(files, packages), catalog);
    if (spoil !== undefined) made = spoil(made);
  } catch (error) {
    return {
      ...none,
      mistakes: [{ kind: "the engine fails", detail: String(error instanceof Error ? error.stack : error) }],
    };
  }
  const after: Readonly<Record<string, string>> = {
    ...files,
    ...Object.fromEntries(made.files.map((file) => [file.path, file.after])),
    ...Object.fromEntries(made.newFiles.map((file) => [file.path, file.text])),
  };
  const mistakes = [...checkPlan(made), ...checkNames(made.files)];
  if (made.files.length === 0) return { ...none, plan: made, after, mistakes };
  const gone = new Set(made.packages.filter(({ outcome }) => outcome === "remove").map((one) => one.package));
  const left: Runnable = {
    files: after,
    entry: program.entry,
    installed: packages.filter(({ name }) => !gone.has(name)),
  };
  mistakes.push(...(await checkAgain(after, packages, catalog)));
  if (!program.dialect.startsWith("ts"))
    return { program, plan: made, after, mistakes, left, typed: false, putBack: false };
  const before = diagnose(beforeOf(program));
  // A name declared twice means whatever a compiler makes of it; a result that is declared and not given is no such type.
  if (before.some((text) => /TS(?:2322|2355|2440|2448)/.test(text))) return { ...none, plan: made, after, mistakes };
  const added = addedTo(before, diagnose(left));
  // What the user's files say is for the type check of apply to put back; a helper has to be right by itself.
  // The programs have no types of Node: a helper that needs them proves nothing here.
  const judged = made.newFiles.filter(({ text }) => !/\b(?:Buffer|process|NodeJS)\b|node:/.test(text));
  const own = added.filter((text) => judged.some(({ path }) => text.startsWith(`${path}:`)));
  if (own.length > 0) mistakes.push({ kind: "a helper has a type error", detail: own.join("\n") });
  return { program, plan: made, after, mistakes, left, typed: true, putBack: added.length > 0 };
}

async function checkAgain(
  after: Readonly<Record<string, string>>,
  packages: readonly Package[],
  catalog: Catalog,
): Promise<readonly Mistake[]> {
  try {
    const again = await plan(projectOf(after, packages), catalog);
    if (again.files.length + again.newFiles.length === 0) return [];
    return [{ kind: "a second run changes something", detail: again.files.map((file) => file.after).join("\n") }];
  } catch (error) {
    return [{ kind: "the engine fails on its own output", detail: String(error) }];
  }
}

/** The diagnostics that were not there before, each as often as it was added. Untyped packages are no error of theirs. */
function addedTo(before: readonly string[], after: readonly string[]): readonly string[] {
  const known = [...before];
  return after.filter((text) => {
    const at = known.indexOf(text);
    if (at >= 0) known.splice(at, 1);
    return at < 0 && !text.includes("TS7016");
  });
}

function compare(program: Program, before: Outcome, after: Outcome): Mistake | undefined {
  // A program that could not even be linked may well run without the package.
  if (/^(?:SyntaxError|Error ERR_MODULE_NOT_FOUND)$/.test(before.end)) return undefined;
  const forgives = program.packages.some((one) => one.forgives);
  const [a, b] = [before, after].map(({ lines, end, code }) => {
    const all = [...lines, `ended: ${end}`];
    return [...(forgives ? all.map(withoutClass) : all), `exit code: ${code}`];
  });
  if (a === undefined || b === undefined || a.join("\n") === b.join("\n")) return undefined;
  // Without an awaited import, what comes later comes a turn sooner: only what is printed counts there.
  const isLate = Object.values(program.files).some((text) => text.includes("import("));
  if (isLate && [...a].sort().join("\n") === [...b].sort().join("\n")) return undefined;
  const at = a.findIndex((line, index) => line !== b[index]);
  return {
    kind: "behaves differently",
    detail: `line ${at + 1} of the output\n  before: ${a[at] ?? "nothing"}\n  after:  ${b[at] ?? b[a.length] ?? "nothing"}`,
  };
}

/** A line of the output without the class of the error it tells of. */
function withoutClass(line: string): string {
  return line.replace(/\b(?:[A-Z]\w*)?Error\b(?: [A-Z][A-Z_]+)?/g, "Error");
}
