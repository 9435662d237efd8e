/** Runs a small program in a thread of its own: what it prints, how it ends, and the kind of its error. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import { ts } from "../../src/typescript.ts";

export interface Outcome {
  readonly stdout: string;
  /** Only the kind of an error is compared: its place moves with the source. */
  readonly error: string;
}

/** Runs `entry`, one of the files of a project. What is not JavaScript yet is compiled beside it first. */
export async function run(directory: string, files: Readonly<Record<string, string>>, entry: string): Promise<Outcome> {
  if (!compiled.test(entry)) return start(join(directory, entry));
  const folder = join(directory, "node_modules", ".run");
  try {
    for (const [path, text] of Object.entries(files)) {
      const isCompiled = /\.(?:[cm]?[jt]sx?|es6)$/.test(path) && !/\.d\.[cm]?ts$/.test(path);
      write(join(folder, isCompiled ? outputOf(path) : path), isCompiled ? compile(path, text, files) : text);
    }
    write(join(folder, "package.json"), `{ "type": "${isModule("a.ts", files) ? "module" : "commonjs"}" }`);
    return await start(join(folder, outputOf(entry)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const compiled = /\.(?:[cm]?tsx?|jsx|es6)$/;

function outputOf(path: string): string {
  return path.replace(/(?:ts|js)x?$|es6$/, "js");
}

function isModule(path: string, files: Readonly<Record<string, string>>): boolean {
  if (/\.[cm]ts$/.test(path)) return path.endsWith(".mts");
  return /"type": *"module"/.test(files["package.json"] ?? "");
}

function compile(path: string, text: string, files: Readonly<Record<string, string>>): string {
  return ts.transpileModule(text, {
    fileName: path.replace(/es6$/, "js"),
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: isModule(path, files) ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS,
      esModuleInterop: !/"esModuleInterop": *false/.test(files["tsconfig.json"] ?? ""),
      experimentalDecorators: true,
      jsx: ts.JsxEmit.React,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}

async function start(path: string): Promise<Outcome> {
  const worker = new Worker(path, { stdout: true, stderr: true, argv: [], env: {} });
  let stdout = "";
  let error = "";
  worker.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  worker.on("error", (thrown: unknown) => (error = thrown instanceof Error ? thrown.name : String(thrown)));
  await new Promise((resolve) => worker.on("exit", resolve));
  return { stdout, error };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
