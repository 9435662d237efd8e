import { createInterface } from "node:readline";
import type { Io } from "./io.ts";

/** Asks a question to be answered with y or yes. Anything else, the end of the input and Ctrl-C mean no. */
export async function confirm(question: string, io: Io): Promise<boolean> {
  const { stdin } = io;
  if (stdin === undefined) return false;
  const lines = createInterface({ input: stdin, terminal: false });
  io.stdout.write(`${question} [y/N] `);
  try {
    const answer = await new Promise<string>((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(""));
    });
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
