/** One transaction from its beginning to its end. */
import { openTransaction } from "./transaction.ts";
import { nodeSystem, type System } from "./system.ts";
import type { FileChange } from "./stage.ts";

export type { FileChange } from "./stage.ts";

/**
 * Makes all changes or none, and leaves `.shrinkdeps/receipt.json`, from which `undo` takes them back. Changes that
 * change nothing are passed over; without any other, nothing is written at all. Returns the paths written, in the order given.
 * Throws `conflict` when a file is not its `before` any more or another transaction runs, `permission` for what may not
 * be written, `journal` when an earlier one was interrupted or the disk fails; in each case nothing is changed.
 */
export function commit(
  root: string,
  changes: readonly FileChange[],
  packages: readonly string[] = [],
  system: System = nodeSystem,
): readonly string[] {
  if (changes.every((change) => change.before === change.after)) return [];
  const transaction = openTransaction(root, system);
  try {
    const { paths } = transaction.write(changes, { packages });
    transaction.settle();
    return paths;
  } finally {
    transaction.close();
  }
}
