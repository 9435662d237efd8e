/** A program in which too many files are open, as graceful-fs, which waits, and node:fs, which fails, are told. */

/** Source: from now on one call of each of those functions of node:fs fails when `failing` has its name. */
export function whereTooManyFilesAreOpen(names: readonly string[]): string {
  return `
    const plain = require("node:fs");
    let failing = "";
    for (const name of ${JSON.stringify(names)}) {
      const kept = plain[name];
      plain[name] = (...args) => {
        if (failing !== name) return kept(...args);
        failing = "";
        setImmediate(args.at(-1), Object.assign(new Error("full"), { code: "EMFILE" }));
      };
    }
    require("node:module").syncBuiltinESMExports();`;
}
