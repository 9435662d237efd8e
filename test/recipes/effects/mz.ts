/** mz as it is where graceful-fs is not to be found. */
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../proof/originals.ts";

const require = createRequire(path.join(root, "test", "originals", "package.json"));

/** Loads mz/fs of those originals without graceful-fs, which lies beside them here. */
export function withoutGraceful(...aliases: readonly string[]): void {
  const file = require.resolve("graceful-fs");
  const known = require.cache[file];
  for (const alias of aliases) {
    if (require.cache[require.resolve(`${alias}/fs`)] !== undefined) throw new Error(`${alias} is loaded already`);
    Object.defineProperty(require.cache, file, {
      configurable: true,
      enumerable: true,
      get: () => {
        throw new Error("there is no graceful-fs");
      },
    });
    try {
      require(`${alias}/fs`);
    } finally {
      delete require.cache[file];
      if (known !== undefined) require.cache[file] = known;
    }
  }
}
