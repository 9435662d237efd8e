import type { BaseTree } from "../project/tree.ts";

/** The tree of the commit that --base names. */
export async function readBase(root: string, ref: string): Promise<BaseTree> {
  const { readTreeOfCommit } = await import("../project/git/base.ts");
  return { ref, ...readTreeOfCommit(root, ref) };
}
