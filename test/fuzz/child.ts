/**
 * Runs programs one after another in this process, and says what each printed and how it ended. Started with a file
 * that lists them, and the file the answers go to, one JSON line each.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type ProofSettings, readSettings } from "../recipes/proof/settings.ts";
import type { Job, Outcome } from "./execute.ts";
import { isSource, show } from "./show.ts";
import { watchCalls } from "./watch.ts";

const [, , list = "", answers = ""] = process.argv;
const jobs: readonly Job[] = JSON.parse(readFileSync(list, "utf8"));
let lines: string[] = [];

const print =
  (prefix: string) =>
  (...values: unknown[]): void => {
    lines.push(prefix + values.map((value) => show(value)).join(" "));
  };
console.log = print("");
console.error = console.warn = print("error: ");
process.stdout.write = (text: string | Uint8Array): boolean => {
  lines.push(`written: ${isSource(String(text)) ? "source text" : String(text)}`);
  return true;
};
const failed = (error: unknown): void => {
  lines.push(`failed: ${nameOf(error)}`);
};
process.on("unhandledRejection", failed);
process.on("uncaughtException", failed);

// Node compiles its reader of CommonJS exports on the first import of such a package, which settle() would not see.
await import("semver");

const settings = new Map<string, ProofSettings>();
const watching = watchCalls(settings);

for (const { id, entry, watched } of jobs) {
  for (const name of watched) settings.set(name, await readSettings(name));
  lines = [];
  watching.met = false;
  process.exitCode = undefined;
  appendFileSync(answers, `${JSON.stringify({ id, started: true })}\n`);
  let end = "fine";
  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    end = nameOf(error);
  }
  await settle();
  const code = end === "fine" ? Number(process.exitCode ?? 0) : 1;
  const outcome: Outcome = { lines, end, code, hasDeviated: watching.met };
  appendFileSync(answers, `${JSON.stringify({ id, outcome })}\n`);
}

process.exitCode = 0;

/** Waits for what the program loads late: until no file has been read for some turns of the event loop, or 5 s. */
async function settle(): Promise<void> {
  const end = Date.now() + 5000;
  for (let quiet = 0; quiet < 10 && Date.now() < end; quiet++) {
    await turn();
    if (process.getActiveResourcesInfo().some((name) => /^(?:FSReq|CloseReq)/.test(name))) quiet = -1;
  }
}

/** The class of an error: its text depends on the wording of the source. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return show(error);
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? `${error.name} ${code}` : error.name;
}
