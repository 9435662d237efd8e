/** Runs many programs in child processes, each from a folder of its own with the packages it still has. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "../../src/typescript.ts";
import { toyPackages } from "../rewrite/toys.ts";
import type { Package } from "./packages.ts";
import { watchedFiles } from "./watched.ts";
import { originals } from "./world.ts";

export interface Runnable {
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly installed: readonly Package[];
  /** Notes whether a call met a deviation that the package's recipe declares. */
  readonly isWatched?: boolean;
}

export interface Job {
  readonly id: number;
  readonly entry: string;
  /** Names of the packages whose calls are watched. */
  readonly watched: readonly string[];
}

/** What a program printed, how it ended ("fine", the class of an error, or "never"), and its exit code. */
export interface Outcome {
  readonly lines: readonly string[];
  readonly end: string;
  readonly code: number;
  /** True when a watched call met a declared deviation. */
  readonly hasDeviated: boolean;
}

/**
 * Runs the programs, each set of sides in the order given; answers in the same order. `apart` gives each a process of
 * its own, where nothing is left of another that changed Object.prototype.
 */
export async function execute(programs: readonly Runnable[], apart = false): Promise<readonly Outcome[]> {
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-fuzz-"));
  try {
    const jobs = programs.map((program, id): Job => {
      const entry = install(join(directory, String(id)), program);
      const watched = program.isWatched === true ? program.installed.map(({ name }) => name) : [];
      return { id, entry, watched };
    });
    const outcomes = new Map<number, Outcome>();
    let left = jobs;
    for (let idle = 0; left.length > 0;) {
      const { stuck, errors } = await runBatch(directory, apart ? left.slice(0, 1) : left, outcomes);
      if (stuck !== undefined) outcomes.set(stuck, { lines: [], end: "never", code: 1, hasDeviated: false });
      const rest = left.filter(({ id }) => !outcomes.has(id));
      // On a machine that is busy enough a child is ended before it has begun.
      idle = rest.length < left.length ? 0 : idle + 1;
      if (idle === 3) throw new Error(`the child failed: ${errors}`);
      left = rest;
    }
    return jobs.map(({ id }) => outcomes.get(id)!);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs a list in one child; the program it never came back from, if any, and what the child said of itself. */
async function runBatch(
  directory: string,
  jobs: readonly Job[],
  outcomes: Map<number, Outcome>,
): Promise<{ readonly stuck: number | undefined; readonly errors: string }> {
  const list = join(directory, "jobs.json");
  const answers = join(directory, "answers.jsonl");
  writeFileSync(list, JSON.stringify(jobs));
  writeFileSync(answers, "");
  const child = spawn(
    process.execPath,
    ["--no-warnings", join(dirname(fileURLToPath(import.meta.url)), "child.js"), list, answers],
    {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: directory,
      timeout: 20_000 + jobs.length * 50,
    },
  );
  let errors = "";
  child.stderr.on("data", (data: Buffer) => (errors += data.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  let started: number | undefined;
  for (const line of readFileSync(answers, "utf8").split("\n").slice(0, -1)) {
    const answer: { id: number; outcome?: Outcome } = JSON.parse(line);
    started = answer.outcome === undefined ? answer.id : undefined;
    if (answer.outcome !== undefined) outcomes.set(answer.id, answer.outcome);
  }
  return { stuck: started, errors };
}

/** Writes a program to a folder; the file to run. TypeScript is written without its types. */
function install(folder: string, { files, entry, installed, isWatched }: Runnable): string {
  for (const [path, text] of Object.entries(files)) {
    if (/\.d\.[cm]?ts$/.test(path)) continue;
    const isErased = /\.[cm]?tsx?$|\.jsx$/.test(path);
    write(join(folder, runnable(path)), isErased ? erase(path, text, files) : text);
  }
  for (const one of installed) {
    const { name, original } = one;
    if (original !== undefined && isWatched === true) {
      for (const [path, text] of Object.entries(watchedFiles(one))) write(join(folder, "node_modules", path), text);
    } else if (original !== undefined) {
      const link = join(folder, "node_modules", name);
      if (existsSync(link)) continue;
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(join(originals, original), link, "junction");
    } else {
      for (const [path, text] of Object.entries(toyPackages))
        if (path.startsWith(`${name}/`)) write(join(folder, "node_modules", path), text);
    }
  }
  return join(folder, runnable(entry));
}

/** The name a file has once its types and elements are erased. */
function runnable(path: string): string {
  return path.replace(/[jt]sx$|(?<!\.d\.[cm]?)ts$/, "js");
}

function erase(path: string, text: string, files: Readonly<Record<string, string>>): string {
  const isModule =
    path.endsWith(".mts") || (/\.(?:tsx?|jsx)$/.test(path) && /"type": "module"/.test(files["package.json"] ?? ""));
  return ts.transpileModule(text, {
    fileName: path,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isModule ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      ...(isModule && { moduleDetection: ts.ModuleDetectionKind.Force }),
      esModuleInterop: true,
      allowJs: true,
      jsx: ts.JsxEmit.React,
      jsxFactory: "h",
      jsxFragmentFactory: "a",
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}

function write(path: string, text: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
}
