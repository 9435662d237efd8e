/** Writes one file by itself, settings or a report: what `undo` takes back stays the last apply. */
import { randomBytes } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { ShrinkdepsError } from "../errors.ts";
import { describeFailure } from "./transaction/failure.ts";
import { resolvePlace } from "./transaction/place.ts";
import { errorCode, nodeSystem, unlinkIfThere, writeDurably, type System } from "./transaction/system.ts";

/** A file inside the root as it is (undefined: not there) and as it is to be. */
export interface SettingsChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Replaces the text of a file inside `root`, or makes the file, all of it or nothing; mode and owner stay. Throws
 * `conflict` when it is not `before` any more, `permission` for what may not be written, `journal` when the disk fails.
 */
export function writeSettings(root: string, change: SettingsChange, system: System = nodeSystem): void {
  const { path, before, after } = change;
  try {
    const real = system.realpath(root);
    const place = resolvePlace(system, real, path);
    const target = join(real, place.target);
    const status = system.status(target);
    const bytes = system.read(target);
    const isAsBefore =
      before === undefined ? status === undefined : bytes !== undefined && Buffer.from(before).equals(bytes);
    if (!isAsBefore) throw changedMeanwhile(path);
    if (status !== undefined) system.checkWritable(target);
    for (const directory of place.missing) system.mkdir(join(real, directory));
    const temporary = join(dirname(target), `.shrinkdeps-${randomBytes(6).toString("hex")}`);
    try {
      writeDurably(system, temporary, Buffer.from(after), status);
      if (status === undefined) put(system, temporary, target, path);
      else system.rename(temporary, target);
    } catch (error) {
      unlinkIfThere(system, temporary);
      throw error;
    }
    system.fsyncDirectory(dirname(target));
  } catch (error) {
    throw describeFailure(error, path, "unchanged");
  }
}

/** Gives a new file its name; a link fails where another file has it meanwhile, a rename would replace that. */
function put(system: System, temporary: string, target: string, path: string): void {
  try {
    system.link(temporary, target);
    system.unlink(temporary);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw changedMeanwhile(path);
    // Some file systems have no links.
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(errorCode(error) ?? "")) throw error;
    system.rename(temporary, target);
  }
}

function changedMeanwhile(path: string): ShrinkdepsError {
  return new ShrinkdepsError("conflict", "it was changed meanwhile", {
    path,
    hint: "nothing was changed; run the command again",
  });
}

const ownFiles =
  /^(?:package\.json|shrinkdeps(?:\.baseline)?\.json|npm-shrinkwrap\.json|.*-lock\.(?:json|yaml)|.*\.lockb?)$/;

/**
 * Writes a report to a file inside `root`, over an older one if there is one. Throws `usage` for a manifest, a lockfile or
 * settings, and what `writeSettings` throws.
 */
export function writeReport(root: string, path: string, text: string): void {
  if (ownFiles.test(basename(path))) {
    throw new ShrinkdepsError("usage", "a report does not replace a file of the project", {
      path,
      hint: "name another",
    });
  }
  const bytes = path.split("/").includes("..") ? undefined : nodeSystem.read(join(root, path));
  writeSettings(root, { path, before: bytes && Buffer.from(bytes).toString("utf8"), after: text });
}
