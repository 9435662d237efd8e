import type { Command } from "commander";
import type { ExitCode } from "../report/exit.ts";
import type { Io } from "./io.ts";

/** Adds one command to the program; `finish` takes what its action ends with. */
export type AddCommand = (program: Command, io: Io, finish: (code: Promise<ExitCode>) => Promise<void>) => void;
