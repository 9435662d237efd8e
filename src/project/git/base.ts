/** The project as another commit of its repository holds it. */
import { ShrinkdepsError } from "../../errors.ts";
import { lockFormats } from "../lock/formats.ts";
import { readTreeBy, type ProjectTree } from "../tree.ts";
import { createCommitDisk } from "./commit-disk.ts";
import { createObjectReader } from "./objects.ts";
import { directoryInRepository, openRepository } from "./repository.ts";
import { findCommit } from "./revision.ts";

export interface CommitTree {
  /** Full hash. */
  readonly commit: string;
  readonly tree: ProjectTree;
}

/**
 * Manifests and lockfile of the project at `root` (absolute, symlinks resolved) in the commit a revision names. Nothing is
 * started, fetched or checked out. Throws a ShrinkdepsError for a commit that is not there, and what `readTreeBy` throws.
 */
export function readTreeOfCommit(root: string, revision: string): CommitTree {
  const repository = openRepository(root);
  const objects = createObjectReader(repository);
  const commit = findCommit(repository, objects, revision);
  const directory = directoryInRepository(root);
  const disk = createCommitDisk(objects, commit, repository.hash.bytes, directory);
  if (!disk.isDirectory(""))
    throw new ShrinkdepsError("manifest", "the project was not there yet", {
      path: `${revision}:${directory}`,
      hint: "name another commit with --base, or check without it",
    });
  try {
    return { commit, tree: readTreeBy(lockFormats, root, { disk }) };
  } catch (error) {
    if (!(error instanceof ShrinkdepsError)) throw error;
    const place = { path: `${revision}:${error.path ?? ""}`, ...(error.line !== undefined && { line: error.line }) };
    throw new ShrinkdepsError(error.kind, error.message, { ...place, hint: "name another commit with --base" });
  }
}
