import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { TestContext } from "node:test";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a folder of its own that goes with the test. Objects are written as JSON. */
export function makeProject(context: TestContext, files: Readonly<Record<string, string | object>>): string {
  const root = mkdtempSync(join(tmpdir(), "shrinkdeps-cli-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  return root;
}

/** Every file of a project with its text, for "nothing was written". */
export function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(root.length + 1), readFileSync(path, "utf8")]));
}

/** Runs a command line in this process. With an `answer` a person sits at a terminal and types it. */
export async function shrinkdeps(
  cwd: string,
  argv: readonly string[],
  answer?: string,
  facts: Partial<Io> = {},
): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const code = await run(argv, {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: (text: string) => (stderr += text) },
    stdin: Readable.from(answer === undefined ? [] : [answer]),
    isTTY: answer !== undefined,
    isOutputTTY: false,
    isErrorTTY: false,
    columns: undefined,
    env: {},
    cwd,
    ...facts,
  });
  return { code, stdout, stderr };
}
