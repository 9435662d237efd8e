/** Plans programs, checks the plans, runs what changed before and after, and counts. */
import type { Catalog } from "../../src/catalog/catalog.ts";
import { plan } from "../../src/rewrite/make-plan.ts";
import type { Plan } from "../../src/rewrite/plan.ts";
import { checkNames, checkPlan, type Mistake } from "./checks.ts";
import { execute, type Outcome, type Runnable } from "./execute.ts";
import type { Program } from "./generate.ts";
import { diagnose } from "./types.ts";
import { projectOf } from "./world.ts";

export interface Examined {
  readonly program: Program;
  readonly plan: Plan | undefined;
  readonly after: Readonly<Record<string, string>>;
  readonly mistakes: readonly Mistake[];
  /** What it did before, when it was run. */
  readonly outcome: Outcome | undefined;
  /** True when types were compared: the program had no errors before. */
  readonly typed: boolean;
  /** True when the new text adds a type error, so that apply would put a package back. */
  readonly putBack: boolean;
}

export interface ExamineOptions {
  /** Changes what a plan leaves behind, to see that it is noticed. */
  readonly spoil?: (after: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}

/** Examines programs, each planned by itself; what changed of any is run before and after. */
export async function examine(
  programs: readonly Program[],
  catalog: Catalog,
  options: ExamineOptions = {},
): Promise<readonly Examined[]> {
  const looked: (Omit<Examined, "outcome"> & { readonly left: Runnable | undefined })[] = [];
  for (const program of programs) looked.push(await look(program, catalog, options));
  const changed = looked.filter(({ left }) => left !== undefined);
  const runs = await execute(changed.flatMap(({ program, left }) => [beforeOf(program), left!]));
  const files = looked.flatMap(({ plan: made }) => made?.files ?? []);
  const names = new Map(checkNames(files).map((mistakes, index) => [files[index], mistakes]));
  return looked.map(({ left, ...looking }): Examined => {
    const found = (looking.plan?.files ?? []).flatMap((file) => names.get(file) ?? []);
    const rest = { ...looking, mistakes: [...looking.mistakes, ...found] };
    const index = left === undefined ? -1 : changed.findIndex(({ program }) => program === looking.program);
    const before = runs[index * 2];
    const after = runs[index * 2 + 1];
    if (before === undefined || after === undefined) return { ...rest, outcome: undefined };
    const difference = compare(looking.program, before, after);
    return {
      ...rest,
      outcome: before,
      mistakes: difference === undefined ? rest.mistakes : [...rest.mistakes, difference],
    };
  });
}

function beforeOf({ files, entry, packages }: Program): Runnable {
  return { files, entry, installed: packages };
}

async function look(
  program: Program,
  catalog: Catalog,
  { spoil }: ExamineOptions,
): Promise<Omit<Examined, "outcome"> & { readonly left: Runnable | undefined }> {
  const { files, packages } = program;
  const none = { program, plan: undefined, after: files, left: undefined, typed: false, putBack: false };
  let made: Plan;
  try {
    made = await plan(projectOf(files, packages), catalog);
  } catch (error) {
    return {
      ...none,
      mistakes: [{ kind: "the engine fails", detail: String(error instanceof Error ? error.stack : error) }],
    };
  }
  let after: Readonly<Record<string, string>> = {
    ...files,
    ...Object.fromEntries(made.files.map((file) => [file.path, file.after])),
    ...Object.fromEntries(made.newFiles.map((file) => [file.path, file.text])),
  };
  if (spoil !== undefined) after = spoil(after);
  const mistakes = checkPlan(made);
  if (made.files.length === 0 && spoil === undefined) return { ...none, plan: made, after, mistakes };
  const gone = new Set(made.packages.filter(({ outcome }) => outcome === "remove").map((one) => one.package));
  const left: Runnable = {
    files: after,
    entry: program.entry,
    installed: packages.filter(({ name }) => !gone.has(name)),
  };
  try {
    const again = await plan(projectOf(after, packages), catalog);
    if (again.files.length + again.newFiles.length > 0)
      mistakes.push({
        kind: "a second run changes something",
        detail: again.files.map((file) => file.after).join("\n"),
      });
  } catch (error) {
    mistakes.push({ kind: "the engine fails on its own output", detail: String(error) });
  }
  let typed = false;
  let putBack = false;
  if (program.dialect.startsWith("ts")) {
    const before = diagnose(beforeOf(program)).filter((text) => !text.includes("TS7016"));
    if (before.length === 0) {
      typed = true;
      const added = diagnose(left).filter((text) => !text.includes("TS7016"));
      // What the user's files say is for the type check of apply to put back; a helper has to be right by itself.
      const own = added.filter((text) => made.newFiles.some(({ path }) => text.startsWith(`${path}:`)));
      if (own.length > 0) mistakes.push({ kind: "a helper has a type error", detail: own.join("\n") });
      else if (added.length > 0) putBack = true;
    }
  }
  return { program, plan: made, after, mistakes, left, typed, putBack };
}

function compare(program: Program, before: Outcome, after: Outcome): Mistake | undefined {
  const [a, b] = [before, after].map(({ lines, end }) => [...lines, `ended: ${end}`]);
  // Without an awaited import, what comes later comes a turn sooner: only what is printed counts there.
  const isLate = Object.values(program.files).some((text) => text.includes("import("));
  if (isLate && [...before.lines].sort().join("\n") === [...after.lines].sort().join("\n") && before.end === after.end)
    return undefined;
  // A program that could not even be linked may well run without the package.
  if (before.end === "SyntaxError") return undefined;
  if (a === undefined || b === undefined || a.join("\n") === b.join("\n")) return undefined;
  const at = a.findIndex((line, index) => line !== b[index]);
  return {
    kind: "behaves differently",
    detail: `line ${at + 1} of the output\n  before: ${a[at] ?? "nothing"}\n  after:  ${b[at] ?? b[a.length] ?? "nothing"}`,
  };
}
