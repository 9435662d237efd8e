/** What mz/child_process has: a promise gives both of what a program prints. */
import { ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from "node:child_process";
import { later } from "../later.ts";

type Printed = (error: Error | null, stdout: string, stderr: string) => void;

export const processes = {
  exec: [
    (command: unknown, callback: Printed) => exec(command as string, callback),
    (command: unknown, options: unknown, callback: Printed) => exec(command as string, options as object, callback),
    execAny,
  ],
  execFile: [
    (file: unknown, args: unknown, callback: Printed) => execFile(file as string, args as string[], callback),
    execFileAny,
  ],
  ChildProcess,
  execFileSync,
  execSync,
  fork,
  spawn,
  spawnSync,
};

function execAny(command: string, options?: object): Promise<[string, string]>;
/** Runs a command in a shell; without a callback a promise of what it prints, as a list of two. */
function execAny(...args: unknown[]): unknown {
  return later(exec, args);
}

function execFileAny(file: string, args?: readonly string[], options?: object): Promise<[string, string]>;
/** Runs a program; without a callback a promise of what it prints, as a list of two. */
function execFileAny(...args: unknown[]): unknown {
  return later(execFile, args);
}
