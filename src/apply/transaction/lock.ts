/** One transaction at a time: a lock file with its owner in it, taken over when that owner is no longer running. */
import { readFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { errorCode, unlinkIfThere, writeDurably, type System } from "./system.ts";

export interface Owner {
  readonly pid: number;
  /** What tells this process from a later one with the same pid: its start, as the system counts it; "" if unknown. */
  readonly start: string;
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly purpose: "apply" | "undo";
  /** Id of the transaction it is held for. */
  readonly id: string;
}

export interface Lock {
  release(): void;
  /** The dead owner whose lock was taken over: a transaction that was killed. */
  readonly abandoned: Owner | undefined;
}

/** An owner on another machine or in another container cannot be looked up; no transaction takes this long. */
const foreignPatience = 10 * 60_000;
/** Between creating a lock file and writing its owner, where the file system has no links. */
const unreadablePatience = 10_000;

export function ownProcess(purpose: "apply" | "undo", id: string): Owner {
  return { pid: process.pid, start: processStart(process.pid), host: hostname(), since: Date.now(), purpose, id };
}

/** Takes the lock in `directory` (which exists), or throws `conflict` naming who holds it. */
export function acquireLock(system: System, directory: string, owner: Owner): Lock {
  const path = join(directory, "lock");
  const own = Buffer.from(`${JSON.stringify(owner)}\n`);
  let abandoned: Owner | undefined;
  for (let tries = 0; tries < 5; tries++) {
    if (place(system, directory, path, own, owner.id)) {
      sweep(system, directory);
      return { abandoned, release: () => release(system, path, own) };
    }
    const held = system.read(path);
    if (held === undefined) continue;
    const holder = parseOwner(held);
    const age = Date.now() - (system.status(path)?.modified ?? 0);
    if (holder === undefined ? age < unreadablePatience : isRunning(holder)) throw busy(holder);
    if (takeAway(system, directory, path, held, owner.id)) abandoned = holder;
  }
  throw busy(undefined);
}

/** A link appears with its content or not at all; exclusive creation is what is left where links are not to be had. */
function place(system: System, directory: string, path: string, own: Uint8Array, id: string): boolean {
  const prepared = join(directory, `lock-${id}`);
  unlinkIfThere(system, prepared);
  writeDurably(system, prepared, own);
  try {
    system.link(prepared, path);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST" || errorCode(error) === "ENOENT") return false;
    if (!hasNoLinks(error)) throw error;
  } finally {
    unlinkIfThere(system, prepared);
  }
  try {
    writeDurably(system, path, own);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** True for the errors of file systems without hard links (FAT, some network shares, Android). */
export function hasNoLinks(error: unknown): boolean {
  return ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EACCES", "EXDEV", "EMLINK", "EINVAL"].includes(
    errorCode(error) ?? "",
  );
}

/** Moves a dead owner's lock aside. When a living one was caught instead (it was faster), it is put back. */
function takeAway(system: System, directory: string, path: string, dead: Uint8Array, id: string): boolean {
  const aside = join(directory, `lock-${id}`);
  try {
    system.rename(path, aside);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
  const caught = system.read(aside);
  const right = caught !== undefined && Buffer.compare(caught, dead) === 0;
  if (!right) system.link(aside, path);
  unlinkIfThere(system, aside);
  return right;
}

function release(system: System, path: string, own: Uint8Array): void {
  const held = system.read(path);
  if (held !== undefined && Buffer.compare(held, own) === 0) unlinkIfThere(system, path);
}

/** Removes what killed processes left beside the lock. */
function sweep(system: System, directory: string): void {
  for (const name of system.list(directory)) {
    if (name.startsWith("lock-")) unlinkIfThere(system, join(directory, name));
  }
}

function parseOwner(bytes: Uint8Array): Owner | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isOwner(value: unknown): value is Owner {
  if (typeof value !== "object" || value === null) return false;
  const { pid, start, host, since, purpose, id } = value as Record<string, unknown>;
  const isNumbers = Number.isSafeInteger(pid) && typeof since === "number";
  return isNumbers && [start, host, purpose, id].every((text) => typeof text === "string");
}

function isRunning(owner: Owner): boolean {
  const age = Date.now() - owner.since;
  if (owner.host !== hostname()) return age < foreignPatience;
  if (age > uptime() * 1000 + 60_000 || owner.pid <= 0) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (errorCode(error) !== "EPERM") return false;
  }
  const start = processStart(owner.pid);
  return start !== "gone" && (owner.start === "" || start === "" || start === owner.start);
}

/** Boot and start tick of a process on Linux, "gone" for one that is dead but not yet reaped, "" where that is unknown. */
function processStart(pid: number): string {
  try {
    // Behind the command's name in parentheses, which may hold anything: state is field 3, the start in ticks field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return "gone";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}

function busy(holder: Owner | undefined): ShrinkdepsError {
  const who = holder === undefined ? "another process" : `process ${holder.pid} on ${holder.host} (${holder.purpose})`;
  return new ShrinkdepsError("conflict", `${who} is changing this project`, {
    path: ".shrinkdeps/lock",
    hint: "wait for it to end; nothing was changed",
  });
}
