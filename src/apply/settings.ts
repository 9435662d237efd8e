/** Writes one settings file by itself: what `undo` takes back stays the last apply. */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { ShrinkdepsError } from "../errors.ts";
import { describeFailure } from "./transaction/failure.ts";
import { resolvePlace } from "./transaction/place.ts";
import { nodeSystem, unlinkIfThere, writeDurably, type System } from "./transaction/system.ts";

/**
 * Replaces the text of a file inside `root`, all of it or nothing; mode and owner stay. Throws `conflict` when it is not
 * `before` any more, `permission` for what may not be written, `journal` when the disk fails.
 */
export function writeSettings(
  root: string,
  { path, before, after }: { readonly path: string; readonly before: string; readonly after: string },
  system: System = nodeSystem,
): void {
  try {
    const real = system.realpath(root);
    const target = join(real, resolvePlace(system, real, path).target);
    const status = system.status(target);
    const bytes = system.read(target);
    if (status === undefined || bytes === undefined || !Buffer.from(before).equals(bytes)) {
      throw new ShrinkdepsError("conflict", "it was changed meanwhile", {
        path,
        hint: "nothing was changed; run the command again",
      });
    }
    system.checkWritable(target);
    const temporary = join(dirname(target), `.shrinkdeps-${randomBytes(6).toString("hex")}`);
    try {
      writeDurably(system, temporary, Buffer.from(after), status);
      system.rename(temporary, target);
    } catch (error) {
      unlinkIfThere(system, temporary);
      throw error;
    }
    system.fsyncDirectory(dirname(target));
  } catch (error) {
    throw describeFailure(error, path, "unchanged");
  }
}
