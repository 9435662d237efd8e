/**
 * Runs programs one after another in this process, and says what each printed and how it ended. Started with a file
 * that lists them, and the file the answers go to, one JSON line each.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Job, Outcome } from "./execute.ts";
import { show } from "./show.ts";

const [, , list = "", answers = ""] = process.argv;
const jobs: readonly Job[] = JSON.parse(readFileSync(list, "utf8"));
let lines: string[] = [];

console.log = (...values: unknown[]): void => {
  lines.push(values.map((value) => show(value)).join(" "));
};
const failed = (error: unknown): void => {
  lines.push(`failed: ${nameOf(error)}`);
};
process.on("unhandledRejection", failed);
process.on("uncaughtException", failed);

for (const { id, entry, patience } of jobs) {
  lines = [];
  appendFileSync(answers, `${JSON.stringify({ id, started: true })}\n`);
  let end = "fine";
  try {
    await import(pathToFileURL(entry).href);
  } catch (error) {
    end = nameOf(error);
  }
  for (let count = 0; count < 3; count++) await turn();
  if (patience > 0) await pause(patience);
  const outcome: Outcome = { lines, end };
  appendFileSync(answers, `${JSON.stringify({ id, outcome })}\n`);
}

/** The class of an error: its text depends on the wording of the source. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return show(error);
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? `${error.name} ${code}` : error.name;
}
