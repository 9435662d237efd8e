/** Whether there is a file, as mz/fs tells. */
import { stat } from "node:fs";
import type { Path } from "../node-fs/types.ts";

export function existsAny(path: Path): Promise<boolean>;
export function existsAny(path: Path, callback: (error: null, exists: boolean) => void): void;
/** Whether a path leads to something; a promise without a callback. */
export function existsAny(path: unknown, callback?: unknown): unknown {
  const told = typeof callback === "function" ? (callback as (error: null, exists: boolean) => void) : undefined;
  if (told !== undefined) return stat(path as string, (error) => told(null, !error));
  return new Promise((resolve) => stat(path as string, (error) => resolve(!error)));
}
