/** In what mz differs from what Node has. */
import type { Deviation } from "../../../src/recipe.ts";

export const deviations: readonly Deviation[] = [
  {
    severity: "observable",
    beside: "graceful-fs",
    note: "It is always node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
    exports: ["appendFile", "createReadStream", "createWriteStream", "open", "readFile", "readdir", "writeFile"],
  },
  {
    severity: "observable",
    beside: "graceful-fs",
    note: "It is always node:fs, where the package takes graceful-fs if it finds it, which tries again what is busy.",
    exports: ["readSync", "rename"],
  },
  {
    severity: "quirk",
    note: "After dns.setServers the new servers are asked, where the package goes on with the former ones.",
    exports: [
      "resolve",
      "resolve4",
      "resolve6",
      "resolveCname",
      "resolveMx",
      "resolveNs",
      "resolveSrv",
      "resolveTxt",
      "reverse",
    ],
  },
  {
    severity: "observable",
    beside: "any-promise",
    note: "Promises are those of the language, where another kind may have been registered with any-promise.",
  },
];

/** What 2.7 differs in besides. */
export const laterDeviations: readonly Deviation[] = [
  {
    severity: "observable",
    beside: "graceful-fs",
    note: "It copies with node:fs, where the package takes graceful-fs if it finds it, which waits where too many files are open.",
    exports: ["copyFile"],
  },
];
