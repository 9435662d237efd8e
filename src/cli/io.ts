import { isColorWanted } from "../report/text/paint.ts";
import type { TextOptions } from "../report/options.ts";

/** What the command line needs of a process, so that all of it can be run inside another one. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  /** Where answers come from; undefined when nobody can answer. */
  readonly stdin: NodeJS.ReadableStream | undefined;
  /** Whether a person is at both ends: answers can be typed, and questions be read. */
  readonly isTTY: boolean;
  /** Whether stdout is a terminal, whatever stdin is. */
  readonly isOutputTTY: boolean;
  /** Whether stderr is one. */
  readonly isErrorTTY: boolean;
  readonly columns: number | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
}

export interface Output {
  write(text: string): unknown;
}

/** Colours and width of what goes to stdout. A width nobody asked for is 80; one below 40 is not kept to. */
export function getTextOptions(io: Io): TextOptions {
  return { color: isColorWanted(io.env, io.isOutputTTY), columns: Math.max(io.columns ?? 80, 40) };
}
