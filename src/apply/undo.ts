/** Takes the last apply back, finished or interrupted. */
import { dirname, join } from "node:path";
import { randomBytes } from "node:crypto";
import { describeFailure } from "./transaction/failure.ts";
import { dropJournal, readJournal, settle, unsettle, type Journal } from "./transaction/journal.ts";
import { restore, type RestoredFile } from "./transaction/restore.ts";
import { hasStore, openStore, type Store } from "./transaction/store.ts";
import { nodeSystem, unlinkIfThere, writeDurably, type System } from "./transaction/system.ts";

export type UndoResult =
  | { readonly kind: "nothing"; readonly reason: string }
  | {
      readonly kind: "undone";
      /** When the apply began, as ISO 8601. */
      readonly time: string;
      /** Packages it had removed. */
      readonly packages: readonly string[];
      /** True when that apply, or an undo of it, had been killed half-way. */
      readonly interrupted: boolean;
      readonly files: readonly RestoredFile[];
      /** Where the originals of the kept files are, by path; relative to the root. */
      readonly originals: Readonly<Record<string, string>>;
    };

/**
 * Restores what the last apply changed, byte for byte and with its modes. A file that somebody changed since stays as
 * it is, is named, and its original is put into `.shrinkdeps/originals/`; everything else is restored all the same, but
 * for new files, which a changed one may import. Calling it again does what is still to do, and else nothing.
 * Throws `conflict` while another transaction runs, `journal` for a journal that is not one.
 */
export function undo(root: string, system: System = nodeSystem): UndoResult {
  const real = system.realpath(root);
  if (!hasStore(system, real)) return { kind: "nothing", reason: "shrinkdeps has changed nothing here" };
  try {
    const store = openStore(system, real, "undo", randomBytes(6).toString("hex"));
    try {
      return undoLast(system, real, store);
    } finally {
      store.close();
    }
  } catch (error) {
    throw describeFailure(error, undefined, "half-restored");
  }
}

function undoLast(system: System, root: string, store: Store): UndoResult {
  const unsettled = readJournal(system, store.directory, "journal.json");
  const journal = unsettled ?? readJournal(system, store.directory, "receipt.json");
  const dead = store.abandoned;
  if (unsettled === undefined && dead?.purpose === "apply" && dead.id !== journal?.id) {
    return { kind: "nothing", reason: "the last apply was interrupted before it changed anything" };
  }
  if (journal === undefined) return { kind: "nothing", reason: "there is no apply left to take back" };
  if (unsettled === undefined) unsettle(system, store.directory);
  const files = restore(system, root, journal, "keep for changed files");
  const kept = files.some((file) => file.kind === "kept");
  const originals = kept ? keepOriginals(system, root, store, journal, files) : {};
  if (kept) settle(system, store.directory);
  else dropJournal(system, store.directory);
  const { time, packages } = journal;
  return { kind: "undone", time, packages, interrupted: unsettled !== undefined, files, originals };
}

/** Writes the originals of changed files where a person can take them from. */
function keepOriginals(
  system: System,
  root: string,
  store: Store,
  journal: Journal,
  files: readonly RestoredFile[],
): Readonly<Record<string, string>> {
  const originals: [string, string][] = [];
  for (const [index, entry] of journal.entries.entries()) {
    if (files[index]?.kind !== "kept" || entry.before === null) continue;
    const place = join(store.directory, "originals", `${index}-${entry.path.replaceAll("/", "+").slice(-100)}`);
    const kind = system.status(dirname(place))?.kind;
    if (kind === undefined) system.mkdir(dirname(place));
    else if (kind !== "directory") continue;
    unlinkIfThere(system, place);
    writeDurably(system, place, Buffer.from(entry.before.bytes, "base64"));
    originals.push([entry.path, place.slice(root.length + 1).replaceAll("\\", "/")]);
  }
  return Object.fromEntries(originals);
}
