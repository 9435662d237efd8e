/** Reads the tree of a directory and nothing more. Ends with 3, and says why, where it cannot be known. */
import { loadTree } from "../../src/project/tree.ts";

const { graph, problems } = await loadTree(process.argv[2] ?? ".");
const reason = graph.known ? problems[0]?.message : graph.reason;
if (reason !== undefined) {
  process.stdout.write(`${reason}\n`);
  process.exitCode = 3;
}
