/** How files are written: comments, lines, marks and endings stay as they are. */
import { rewritten } from "./forms.ts";

rewritten("files that are changed", [
  {
    fact: "keeps the shebang, the directive, the licence and the comments",
    source: `#!/usr/bin/env node\n'use strict';\n/* Licence: MIT. */\n\n// How wide.\nconst pad = require('pad'); // for columns\n\nconsole.log(pad('a', 3)); // out\n`,
    after: `#!/usr/bin/env node\n'use strict';\n/* Licence: MIT. */\n\n// How wide.\n\nconsole.log('a'.padStart(3)); // out\n`,
  },
  {
    fact: "keeps a byte order mark and CRLF line ends",
    source: `\uFEFFconst pad = require("pad");\r\nconsole.log(pad("a", 3));\r\n`,
    after: `\uFEFFconsole.log("a".padStart(3));\r\n`,
  },
  {
    fact: "keeps a file without a final newline",
    source: `const pad = require("pad");\nconsole.log(pad("a", 3))`,
    after: `console.log("a".padStart(3))`,
  },
  {
    fact: "takes a directive for the next line along",
    source: `// eslint-disable-next-line import/order\nconst pad = require("pad");\nconsole.log(pad("a", 3));\n`,
    after: `console.log("a".padStart(3));\n`,
  },
  {
    fact: "keeps a comment inside the name of what it replaces",
    source: `const merge = require("merge-all");\nconst kit = require("kit");\nconsole.log(typeof { merge }./* all */ merge, kit /* why */.twice(2));\nconsole.log(kit // end\n  .odd(3));\n`,
    after: `console.log(typeof { merge: Object.assign }./* all */ merge, 2 * 2 /* why */);\nconsole.log(Math.abs(3 % 2) === 1 // end\n);\n`,
  },
  {
    fact: "leaves no two blank lines where neighbouring requires go",
    source: `"use strict";\n\nconst pad = require("pad");\nconst merge = require("merge-all");\n\nconst path = require("path");\n\nconsole.log(pad("a", 2), merge({}, { a: path.sep }));\n`,
    after: `"use strict";\n\nconst path = require("path");\n\nconsole.log("a".padStart(2), Object.assign({}, { a: path.sep }));\n`,
  },
  {
    fact: "keeps the comments of the other declarations in a list",
    source: `var a = 1, // first\n    pad = require("pad"), // pads\n    // about c\n    c = 3;\nconsole.log(a, c, pad("x", 2));\n`,
    after: `var a = 1, // first\n    // about c\n    c = 3;\nconsole.log(a, c, "x".padStart(2));\n`,
  },
  {
    fact: "keeps the comment behind the declaration before the last",
    source: `var a = 1, // first\n    pad = require("pad");\nconsole.log(a, pad("x", 2));\n`,
    after: `var a = 1; // first\nconsole.log(a, "x".padStart(2));\n`,
  },
  {
    fact: "keeps tabs",
    source: `"use strict";\n\nconst pad = require("pad");\n\nfunction f(text) {\n\tif (text) {\n\t\treturn pad(text, 3);\n\t}\n\treturn [1].map(pad);\n}\nconsole.log(f("a"), f(""));\n`,
    after: `"use strict";\n\nconst pad = require("./pad");\n\nfunction f(text) {\n\tif (text) {\n\t\treturn (text + "").padStart(3);\n\t}\n\treturn [1].map(pad);\n}\nconsole.log(f("a"), f(""));\n`,
    with: {
      "pad.js": `"use strict";\n\n/** Pads the start of a text. */\nfunction pad(text, length, fill = " ") {\n\treturn (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`,
    },
  },
  {
    fact: "keeps the lines and comments of a list that is narrowed",
    source: `const {\n  twice, // doubles\n  odd,\n  // louder\n  shout,\n  join, // joins\n} = require("kit");\nconsole.log(twice(2), [1, 2].filter(odd), ["a"].map((x) => x).map(shout), join([1], [2]));\n`,
    after: `const {\n  odd,\n  // louder\n  shout,\n  join, // joins\n} = require("./kit");\nconsole.log(2 * 2, [1, 2].filter(odd), ["a"].map((x) => x).map(shout), join([1], [2]));\n`,
  },
  {
    fact: "takes the last names of a list, with their comments",
    file: "main.mjs",
    source: `import {\n  odd, // odd\n  shout,\n  twice // doubles\n} from "kit";\nimport {keep, join} from "kit";\nconsole.log(twice(2), [1, 2].filter(odd), shout("a"), join([1], [2]), keep([1], (n) => n > 0));\n`,
    after: `import {\n  odd // odd\n} from "./kit.mjs";\nimport {keep, join} from "./kit.mjs";\nconsole.log(2 * 2, [1, 2].filter(odd), "a".toUpperCase() + "!", join([1], [2]), keep([1], (n) => n > 0));\n`,
  },
  {
    fact: "takes names from the lines they share",
    file: "main.mjs",
    source: `import {\n  shout, odd, twice,\n  keep /* k */, /* j */ join\n} from "kit";\nconsole.log(twice(2), [1, 2].filter(odd), shout("a"), keep([1], (n) => n > 0), join([], []));\n`,
    after: `import {\n  odd,\n  keep /* k */, /* j */ join\n} from "./kit.mjs";\nconsole.log(2 * 2, [1, 2].filter(odd), "a".toUpperCase() + "!", keep([1], (n) => n > 0), join([], []));\n`,
  },
  {
    fact: "narrows a default import and a list",
    file: "main.mjs",
    source: `import wipe, {\n  all,\n} from "wipe";\nimport trim, { all as each } from "wipe";\nconsole.log(wipe(" a "), [[" b "]].map(all), [" c "].map((x) => x).map(trim), each([" d "]));\n`,
    after: `import {\n  all,\n} from "./wipe.mjs";\nimport trim, { all as each } from "./wipe.mjs";\nconsole.log(" a ".trim(), [[" b "]].map(all), [" c "].map((x) => x).map(trim), each([" d "]));\n`,
  },
  {
    fact: "takes comments in front of, behind and inside an import along, but none above",
    file: "main.mjs",
    source: `// Licence\n\n// pads\nimport /* the */ pad /* pad */ from /* package */ "pad"; // behind\nimport {\n  // doubles\n  twice,\n} from "kit"; /* why */ console.log(twice(2));\n/* before */ import merge from "merge-all"; /* after */\n\nconsole.log(pad(/* text */ "a", 3 /* width */), merge({}, { a: 1 }));\n`,
    after: `// Licence\n\n// pads\nimport /* the */ pad /* pad */ from /* package */ "./pad.mjs"; // behind\n/* why */ console.log(2 * 2);\n/* before */  /* after */\n\nconsole.log(pad(/* text */ "a", 3 /* width */), Object.assign({}, { a: 1 }));\n`,
  },
  {
    fact: "keeps CRLF in a list that is narrowed and in a helper",
    file: "main.mjs",
    source: `import {\r\n  twice, // doubles\r\n  odd,\r\n  shout\r\n} from "kit";\r\nconsole.log(twice(2), [1].map(odd), shout("a"));\r\n`,
    after: `import {\r\n  odd\r\n} from "./kit.mjs";\r\nconsole.log(2 * 2, [1].map(odd), "a".toUpperCase() + "!");\r\n`,
    with: { "kit.mjs": `export function odd(n) {\r\n  return Math.abs(n % 2) === 1;\r\n}\r\n` },
  },
  {
    fact: "keeps a shebang and a byte order mark above a new import",
    file: "main.mjs",
    source: `#!/usr/bin/env node\nimport where from "where";\nconsole.log(where("a", "b"));\n`,
    after: `#!/usr/bin/env node\nimport { join } from "node:path";\nconsole.log(join("a", "b"));\n`,
  },
  {
    fact: "rewrites .es6",
    file: "main.es6",
    source: `import pad from "pad";\nimport fs from "fs";\nconsole.log(pad("a", 3), [1].map(pad), typeof fs);\n`,
    after: `import pad from "./pad.js";\nimport fs from "fs";\nconsole.log("a".padStart(3), [1].map(pad), typeof fs);\n`,
  },
  {
    fact: "keeps two packages' statements on one line apart",
    source: `var pad = require("pad"); var merge = require("merge-all"); var path = require("path");\nconsole.log(pad("a", 2), merge({}, {}), path.sep);\n`,
    after: `var path = require("path");\nconsole.log("a".padStart(2), Object.assign({}, {}), path.sep);\n`,
  },
  {
    fact: "reads octal numbers and escapes in sloppy code",
    source: `var pad = require("pad");\nvar mode = 0755, escape = "\\033[0m", nine = 09;\nconsole.log(pad("a", 3), mode, escape.length, nine);\n`,
    after: `var mode = 0755, escape = "\\033[0m", nine = 09;\nconsole.log("a".padStart(3), mode, escape.length, nine);\n`,
  },
  {
    fact: "keeps the comment in front of the last declaration of a comma-first list",
    source: `var a = 1\n  , // pads\n  pad = require("pad")\n  ;\nconsole.log(a, pad("x", 2));\n`,
    after: `var a = 1\n  ; // pads\nconsole.log(a, "x".padStart(2));\n`,
  },
]);
