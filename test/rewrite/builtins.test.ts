/** Built-in modules in the place of packages: each program is run before and after. */
import { rewritten } from "./forms.ts";

rewritten("built-in modules instead", [
  {
    fact: "imports the built-in under its own name where the package was",
    source: `const where = require("where");\nconsole.log(where("a", "b"), [["x"]].map((parts) => where(...parts)));\n`,
    after: `const { join } = require("node:path");\nconsole.log(join("a", "b"), [["x"]].map((parts) => join(...parts)));\n`,
  },
  {
    fact: "uses a built-in that is there already",
    source: `const path = require("path");\nconst where = require("where");\nconsole.log(where("a", "b"), path.sep);\n`,
    after: `const path = require("path");\nconsole.log(path.join("a", "b"), path.sep);\n`,
  },
  {
    fact: "adds to a destructured built-in that is there already",
    source: `const { sep } = require("path");\nconst where = require("where");\nconsole.log(where("a", "b"), sep);\n`,
    after: `const { sep, join } = require("path");\nconsole.log(join("a", "b"), sep);\n`,
  },
  {
    fact: "does not use a built-in that is loaded later",
    source: `const where = require("where");\nconsole.log(where("a", "b"));\nconst path = require("path");\nconsole.log(path.sep);\n`,
    after: `const { join } = require("path");\nconsole.log(join("a", "b"));\nconst path = require("path");\nconsole.log(path.sep);\n`,
  },
  {
    fact: "uses a built-in that is loaded behind the package and before the use",
    source: `const where = require("where");\nconst path = require("path");\nconst show = () => where("a", "b");\nconsole.log(where("a", "b"), path.sep, show());\n`,
    after: `const path = require("path");\nconst show = () => path.join("a", "b");\nconsole.log(path.join("a", "b"), path.sep, show());\n`,
  },
  {
    fact: "does not use a built-in in a function that may be called before it is loaded",
    source: `const where = require("where");\nconst early = show();\nconst path = require("path");\nfunction show() {\n  return where("a", "b");\n}\nconsole.log(early, path.sep);\n`,
    after: `const { join } = require("path");\nconst early = show();\nconst path = require("path");\nfunction show() {\n  return join("a", "b");\n}\nconsole.log(early, path.sep);\n`,
  },
  {
    fact: "takes another name where the built-in's is used for something else",
    source: `const where = require("where");\nfunction join() {\n  return "mine";\n}\nconsole.log(where("a", "b"), join());\n`,
    after: `const { join: nodeJoin } = require("node:path");\nfunction join() {\n  return "mine";\n}\nconsole.log(nodeJoin("a", "b"), join());\n`,
  },
  {
    fact: "puts a built-in where the package's import was",
    file: "main.mjs",
    source: `import where from "where";\nimport fs from "fs";\nconsole.log(where("a", "b"), typeof fs);\n`,
    after: `import { join } from "path";\nimport fs from "fs";\nconsole.log(join("a", "b"), typeof fs);\n`,
  },
  {
    fact: "adds to a named import of the built-in that is there",
    file: "main.mjs",
    source: `import where from "where";\nimport { sep } from "path";\nconsole.log(where("a", "b"), sep);\n`,
    after: `import { sep, join } from "path";\nconsole.log(join("a", "b"), sep);\n`,
  },
  {
    fact: "leads an awaited import to a helper that hands out a built-in",
    file: "main.mjs",
    source: `const { default: where } = await import("where");\nconsole.log(where("a", "b"));\n`,
    after: `const { default: where } = await import("./where.mjs");\nconsole.log(where("a", "b"));\n`,
  },
]);
