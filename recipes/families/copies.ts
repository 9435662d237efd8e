/** What commands that copy single files into a directory become. */
import { posix } from "node:path";
import { type CommandRewrite, isEntryPath } from "../../src/recipe.ts";

/** Why one of these words is no path below the directory a command runs in; undefined when all are. */
export function findOdd(paths: readonly string[]): string | undefined {
  const odd = paths.find((word) => !isEntryPath(word) || /^(?:\.\.\/|\/|[A-Za-z]:)/.test(word));
  return odd === undefined ? undefined : `${odd === "" ? "an empty word" : odd} is no plain path below its directory`;
}

/**
 * JavaScript that copies each file that is there into a directory, which is made: what is missing or no file is passed over.
 * `below` tells where in the directory a file goes.
 */
export function copyInto(files: readonly string[], directory: string, below: (file: string) => string): CommandRewrite {
  if (files.length === 0) return { refuse: "it is given no file and directory" };
  const odd = findOdd([...files, directory]) ?? files.find((file) => file.endsWith("/"));
  if (odd !== undefined) return { refuse: odd };
  const pairs = files.map((file) => [file, posix.join(directory, below(file))] as const);
  const copy = (from: string, to: string, folder: string): string =>
    `if (fs.statSync(${from}, { throwIfNoEntry: false })?.isFile()) { fs.mkdirSync(${folder}, { recursive: true }); fs.copyFileSync(${from}, ${to}) }`;
  const [first, ...others] = pairs;
  if (first !== undefined && others.length === 0)
    return { node: copy(`'${first[0]}'`, `'${first[1]}'`, `'${posix.dirname(first[1])}'`) };
  const list = pairs.map(([from, to]) => `['${from}', '${to}']`).join(", ");
  return { node: `for (const [from, to] of [${list}]) ${copy("from", "to", "path.dirname(to)")}` };
}
