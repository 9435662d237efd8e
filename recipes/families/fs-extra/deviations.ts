/** In what fs-extra differs from what Node has: it stands on graceful-fs. */
import type { Deviation } from "../../../src/recipe.ts";

export const deviations: readonly Deviation[] = [
  {
    severity: "quirk",
    note: "On Windows, a path with characters that it does not allow gives the system's own error.",
    exports: [
      "ensureDir",
      "mkdirp",
      "mkdirs",
      "ensureDirSync",
      "mkdirpSync",
      "mkdirsSync",
      "ensureFile",
      "createFile",
      "ensureFileSync",
      "createFileSync",
      "outputFile",
      "outputFileSync",
      "outputJson",
      "outputJSON",
      "outputJsonSync",
      "outputJSONSync",
    ],
  },
  {
    severity: "observable",
    note: "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
    exports: [
      "appendFile",
      "copyFile",
      "createFile",
      "createReadStream",
      "createWriteStream",
      "ensureFile",
      "open",
      "outputFile",
      "outputJSON",
      "outputJson",
      "readdir",
      "readFile",
      "readJSON",
      "readJson",
      "writeFile",
      "writeJSON",
      "writeJson",
    ],
  },
  {
    severity: "observable",
    note: "Names come in the order of the file system, which on Windows, and of a whole tree, is not that of the package.",
    exports: ["readdir"],
  },
  {
    severity: "observable",
    note: "On Windows a rename that is not allowed fails at once, instead of being tried for up to a minute.",
    exports: ["rename"],
  },
  {
    severity: "observable",
    note: "Where nothing is to be read yet it fails with EAGAIN, instead of trying ten times more.",
    exports: ["readSync"],
  },
  {
    severity: "quirk",
    note: "Streams tell that they are ready, and read ahead only when somebody listens.",
    exports: ["createReadStream", "createWriteStream"],
  },
  {
    severity: "quirk",
    note: "With throwIfNoEntry it gives undefined, where graceful-fs before 4.2.7 fails.",
    exports: ["fstatSync", "lstatSync", "statSync"],
  },
  {
    severity: "quirk",
    note: "What cannot be written makes a promise fail, where versions before 11.2 throw where nobody can catch it.",
    exports: ["outputFile", "outputJSON", "outputJson"],
  },
  {
    severity: "message",
    note: "What is no path fails by another message than in versions before 11.2.",
    exports: ["createFile", "ensureFile"],
  },
  {
    severity: "quirk",
    note: "process.cwd asks anew each time, where the package keeps what it said until process.chdir is called.",
  },
];
