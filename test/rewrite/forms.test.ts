/** Every way to reach a package and to use it: each program is run before and after, or refused with its reason. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, rewriteAndRun, type Files } from "./harness.ts";

interface Form {
  readonly fact: string;
  readonly source: string;
  /** "main.js" (CommonJS) when absent. */
  readonly file?: string;
  readonly others?: Files;
  /** What the file is afterwards; checked exactly. */
  readonly after: string;
}

interface Refusal {
  readonly fact: string;
  readonly source: string;
  readonly file?: string;
  readonly because: RegExp;
}

const forms: readonly Form[] = [
  {
    fact: "inlines a call of a required function and drops the require",
    source: `const pad = require("pad");\nconsole.log(pad("a", 3, "-"));\n`,
    after: `console.log("a".padStart(3, "-"));\n`,
  },
  {
    fact: "keeps the conversion where the type is not proved",
    source: `const pad = require("pad");\nfor (const x of [1, "b"]) console.log(pad(x, 3));\n`,
    after: `for (const x of [1, "b"]) console.log((x + "").padStart(3));\n`,
  },
  {
    fact: "writes no semicolons where there are none",
    source: `const pad = require('pad')\nconst fs = require('fs')\nconsole.log(pad('a', 3), typeof fs)\n`,
    after: `const fs = require('fs')\nconsole.log('a'.padStart(3), typeof fs)\n`,
  },
  {
    fact: "takes one declaration out of a list",
    source: `var a = 1, pad = require("pad"), b = 2;\nconsole.log(pad("x", 2), a, b);\n`,
    after: `var a = 1, b = 2;\nconsole.log("x".padStart(2), a, b);\n`,
  },
  {
    fact: "takes the first declaration out of a comma-first list",
    source: `var pad = require("pad")\n  , a = 1\n  , b = 2;\nconsole.log(pad("x", 2), a, b);\n`,
    after: `var a = 1\n  , b = 2;\nconsole.log("x".padStart(2), a, b);\n`,
  },
  {
    fact: "takes the last declaration out of a list over several lines",
    source: `var a = 1,\n    pad = require("pad");\nconsole.log(pad("x", 2), a);\n`,
    after: `var a = 1;\nconsole.log("x".padStart(2), a);\n`,
  },
  {
    fact: "rewrites a require that is called on the spot",
    source: `console.log(require("pad")("x", 4, "."));\n`,
    after: `console.log("x".padStart(4, "."));\n`,
  },
  {
    fact: "rewrites a member of a require",
    source: `console.log(require("kit").twice(4));\nconst odd = require("kit").odd;\nconsole.log(odd(3));\n`,
    after: `console.log(4 * 2);\nconsole.log(Math.abs(3 % 2) === 1);\n`,
  },
  {
    fact: "follows a destructured require with a new name",
    source: `const { twice: double, shout } = require("kit");\nconsole.log(double(2), shout("a"));\n`,
    after: `console.log(2 * 2, "a".toUpperCase() + "!");\n`,
  },
  {
    fact: "follows names taken from a name",
    source: `const kit = require("kit");\nconst { twice } = kit;\nconsole.log(twice(2), kit.twice(3));\n`,
    after: `console.log(2 * 2, 3 * 2);\n`,
  },
  {
    fact: "rewrites a require inside a function",
    source: `function f(text) {\n  const pad = require("pad");\n  return pad(text, 3);\n}\nconsole.log(f("a"));\n`,
    after: `function f(text) {\n  return (text + "").padStart(3);\n}\nconsole.log(f("a"));\n`,
  },
  {
    fact: "refers to the native where the value is passed on",
    source: `const merge = require("merge-all");\nconsole.log([{ a: 1 }, { b: 2 }].reduce((a, b) => merge(a, b)), typeof merge);\nmodule.exports = { merge };\n`,
    after: `console.log([{ a: 1 }, { b: 2 }].reduce((a, b) => Object.assign(a, b)), typeof Object.assign);\nmodule.exports = { merge: Object.assign };\n`,
  },
  {
    fact: "writes a helper where a function is passed on, and names it as before",
    source: `const pad = require("pad");\nconsole.log(["a", "b"].map((x) => x).map(String).concat([1].map(pad)));\n`,
    after: `const pad = require("./pad-helper");\nconsole.log(["a", "b"].map((x) => x).map(String).concat([1].map(pad)));\n`,
    others: { "pad.js": "" },
  },
  {
    fact: "assigned later, the require becomes the native",
    source: `let merge;\ntry {\n  merge = require("merge-all");\n} catch {\n  merge = null;\n}\nconsole.log(merge({}, { a: 1 }));\n`,
    after: `let merge;\ntry {\n  merge = Object.assign;\n} catch {\n  merge = null;\n}\nconsole.log(merge({}, { a: 1 }));\n`,
  },
  {
    fact: "assigned later, the require leads to a helper",
    source: `let pad = null;\nif (process.argv.length > 1) pad = require("pad");\nconsole.log(pad("a", 3));\n`,
    after: `let pad = null;\nif (process.argv.length > 1) pad = require("./pad");\nconsole.log(pad("a", 3));\n`,
  },
  {
    fact: "a reassigned name keeps its first value",
    source: `let merge = require("merge-all");\nconst first = merge;\nmerge = (...all) => first({}, ...all);\nconsole.log(merge({ a: 1 }));\n`,
    after: `let merge = Object.assign;\nconst first = merge;\nmerge = (...all) => first({}, ...all);\nconsole.log(merge({ a: 1 }));\n`,
  },
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
    fact: "takes another name where the built-in's is used for something else",
    source: `const where = require("where");\nfunction join() {\n  return "mine";\n}\nconsole.log(where("a", "b"), join());\n`,
    after: `const { join: nodeJoin } = require("node:path");\nfunction join() {\n  return "mine";\n}\nconsole.log(nodeJoin("a", "b"), join());\n`,
  },
  {
    fact: "leaves a shadowing parameter alone",
    source: `const pad = require("pad");\nfunction f(pad) {\n  return pad("a", 3);\n}\nconsole.log(f(() => "own"), pad("b", 2));\n`,
    after: `function f(pad) {\n  return pad("a", 3);\n}\nconsole.log(f(() => "own"), "b".padStart(2));\n`,
  },
  {
    fact: "leaves shadowing blocks, catches, classes and functions alone",
    source: `const pad = require("pad");\n{\n  const pad = () => "block";\n  console.log(pad());\n}\ntry {\n  throw () => "catch";\n} catch (pad) {\n  console.log(pad());\n}\n(function pad() {\n  console.log(typeof pad);\n})();\nconsole.log(pad("b", 2));\n`,
    after: `{\n  const pad = () => "block";\n  console.log(pad());\n}\ntry {\n  throw () => "catch";\n} catch (pad) {\n  console.log(pad());\n}\n(function pad() {\n  console.log(typeof pad);\n})();\nconsole.log("b".padStart(2));\n`,
  },
  {
    fact: "puts parentheses where precedence needs them",
    source: `const { twice, odd, shout } = require("kit");\nconst n = 3;\nconsole.log(twice(n + 1), 10 / twice(5), -twice(n), !odd(n), odd(n + 1) ? 1 : 2, shout("a").length, typeof twice(2), 2 ** twice(1), [...shout("b")]);\n`,
    after: `const n = 3;\nconsole.log((n + 1) * 2, 10 / (5 * 2), -(n * 2), !(Math.abs(n % 2) === 1), Math.abs((n + 1) % 2) === 1 ? 1 : 2, ("a".toUpperCase() + "!").length, typeof (2 * 2), 2 ** (1 * 2), [..."b".toUpperCase() + "!"]);\n`,
  },
  {
    fact: "evaluates an argument with side effects once and in order",
    source: `const pad = require("pad");\nlet log = "";\nconst say = (x) => {\n  log += x;\n  return x;\n};\nconsole.log(pad(String(say("a")), Number(say("5"))), log);\n`,
    after: `let log = "";\nconst say = (x) => {\n  log += x;\n  return x;\n};\nconsole.log(String(say("a")).padStart(Number(say("5"))), log);\n`,
  },
  {
    fact: "takes the helper where order would change",
    source: `const pad = require("pad");\nlet n = 2;\nconst odd = { toString() { n = 9; return "x"; } };\nfunction f(x) {\n  return pad(x, n);\n}\nconsole.log(f(odd), f("a"));\n`,
    after: `const pad = require("./pad");\nlet n = 2;\nconst odd = { toString() { n = 9; return "x"; } };\nfunction f(x) {\n  return pad(x, n);\n}\nconsole.log(f(odd), f("a"));\n`,
  },
  {
    fact: "composes two packages in one expression",
    source: `const pad = require("pad");\nconst { shout } = require("kit");\nconst merge = require("merge-all");\nconsole.log(pad(shout(merge({}, { toString: () => "q" })), 8, "."));\n`,
    after: `console.log((String(Object.assign({}, { toString: () => "q" })).toUpperCase() + "!" + "").padStart(8, "."));\n`,
  },
  {
    fact: "keeps statements apart where the new text could run on",
    source: `const pad = require("pad")\nconst merge = require("merge-all")\nlet a = 1\npad(a, 3).split("")\nconsole.log(merge({}, { a }))\n`,
    after: `let a = 1\n;(a + "").padStart(3).split("")\nconsole.log(Object.assign({}, { a }))\n`,
  },
  {
    fact: "keeps statements apart where a require between them goes",
    source: `const a = [1]\nconst pad = require("pad")\n;[2].forEach((x) => console.log(x, a, pad("z", 2)))\n`,
    after: `const a = [1]\n;[2].forEach((x) => console.log(x, a, "z".padStart(2)))\n`,
  },
  {
    fact: "takes a shadowed global into account",
    source: `const merge = require("merge-all");\nfunction f(Object) {\n  return merge({}, Object);\n}\nconsole.log(f({ a: 1 }));\n`,
    after: `const merge = require("./merge-all");\nfunction f(Object) {\n  return merge({}, Object);\n}\nconsole.log(f({ a: 1 }));\n`,
  },
  {
    fact: "serves call, apply and bind",
    source: `const pad = require("pad");\nconsole.log(pad.call(null, "a", 3), pad.apply(null, ["b", 3]), pad.bind(null, "c")(3));\n`,
    after: `const pad = require("./pad");\nconsole.log(pad.call(null, "a", 3), pad.apply(null, ["b", 3]), pad.bind(null, "c")(3));\n`,
  },
  {
    fact: "serves spread arguments, optional calls and sequences",
    source: `const pad = require("pad");\nconsole.log(pad(...["a", 3]), pad?.("b", 3), (0, pad)("c", 3));\n`,
    after: `const pad = require("./pad");\nconsole.log(pad(...["a", 3]), pad?.("b", 3), (0, pad)("c", 3));\n`,
  },
  {
    fact: "constructs a native class and compares against it",
    source: `const Controller = require("signals");\nconst c = new Controller();\nconsole.log(c instanceof Controller, c.signal.aborted);\n`,
    after: `const c = new AbortController();\nconsole.log(c instanceof AbortController, c.signal.aborted);\n`,
  },
  {
    fact: "keeps an early function that is hoisted above the require",
    source: `setTimeout(() => console.log(f("a")));\nconst pad = require("pad");\nfunction f(x) {\n  return pad(x, 2);\n}\n`,
    after: `setTimeout(() => console.log(f("a")));\nfunction f(x) {\n  return (x + "").padStart(2);\n}\n`,
  },
  {
    fact: "rewrites in default parameters, class fields, computed keys and templates",
    source: `const { twice } = require("kit");\nconst f = (n = twice(2)) => n;\nclass A {\n  x = twice(3);\n  [twice(4)]() {}\n}\nconsole.log(f(), new A().x, Object.getOwnPropertyNames(A.prototype), \`\${twice(5)}\`);\n`,
    after: `const f = (n = 2 * 2) => n;\nclass A {\n  x = 3 * 2;\n  [4 * 2]() {}\n}\nconsole.log(f(), new A().x, Object.getOwnPropertyNames(A.prototype), \`\${5 * 2}\`);\n`,
  },
  {
    fact: "rewrites under async and generators",
    source: `const { odd } = require("kit");\nasync function f() {\n  return odd(await 2);\n}\nfunction* g() {\n  return odd(yield 1);\n}\nconst i = g();\ni.next();\nf().then((x) => console.log(x, i.next(4)));\n`,
    after: `async function f() {\n  return Math.abs((await 2) % 2) === 1;\n}\nfunction* g() {\n  return Math.abs((yield 1) % 2) === 1;\n}\nconst i = g();\ni.next();\nf().then((x) => console.log(x, i.next(4)));\n`,
  },
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
    fact: "leads the package itself to its helper inside an argument of a call that is inlined",
    source: `const pad = require("pad");\nconsole.log(pad(String(typeof require("kit").shout("a") + require("pad").call(null, 1, 2)), 12, "."));\n`,
    after: `console.log(String(typeof ("a".toUpperCase() + "!") + require("./pad").call(null, 1, 2)).padStart(12, "."));\n`,
  },
  {
    fact: "removes a require inside an argument of a call that is inlined",
    source: `const pad = require("pad");\nconsole.log(\n  pad(\n    String(() => {\n      const { twice } = require("kit");\n      return twice(2);\n    }).length > 9,\n    7,\n  ),\n);\n`,
    after: `console.log(\n  ((String(() => {\n      return 2 * 2;\n    }).length > 9) + "").padStart(7),\n);\n`,
  },
  {
    fact: "keeps a comment inside the name of what it replaces",
    source: `const merge = require("merge-all");\nconst kit = require("kit");\nconsole.log(typeof { merge }./* all */ merge, kit /* why */.twice(2));\nconsole.log(kit // end\n  .odd(3));\n`,
    after: `console.log(typeof { merge: Object.assign }./* all */ merge, 2 * 2 /* why */);\nconsole.log(Math.abs(3 % 2) === 1 // end\n);\n`,
  },
  {
    fact: "rewrites a default import",
    file: "main.mjs",
    source: `import pad from "pad";\nimport { sep } from "node:path";\n\nconsole.log(pad("a", 3), sep);\n`,
    after: `import { sep } from "node:path";\n\nconsole.log("a".padStart(3), sep);\n`,
  },
  {
    fact: "rewrites default as, named with renames, namespace and mixed imports",
    file: "main.mjs",
    source: `import { default as merge } from "merge-all";\nimport { twice as double, shout } from "kit";\nimport * as kit from "kit";\nconsole.log(merge({}, { a: double(2) }), shout("x"), kit.odd(3));\n`,
    after: `console.log(Object.assign({}, { a: 2 * 2 }), "x".toUpperCase() + "!", Math.abs(3 % 2) === 1);\n`,
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
    fact: "narrows an import to the names a helper still serves",
    file: "main.mjs",
    source: `import { twice, odd, keep } from "kit";\nconsole.log(twice(2), [1, 2].filter(odd), keep([1, 2], (n) => n > 1));\n`,
    after: `import { odd, keep } from "./kit.mjs";\nconsole.log(2 * 2, [1, 2].filter(odd), keep([1, 2], (n) => n > 1));\n`,
  },
  {
    fact: "leads a re-export to a helper",
    file: "main.mjs",
    source: `export { default as merge } from "merge-all";\nimport { merge } from "./main.mjs";\nconsole.log(merge({}, { a: 1 }));\n`,
    after: `export { default as merge } from "./merge-all.mjs";\nimport { merge } from "./main.mjs";\nconsole.log(merge({}, { a: 1 }));\n`,
  },
  {
    fact: "leads an import that is exported to a helper",
    file: "main.mjs",
    source: `import merge from "merge-all";\nexport { merge };\nconsole.log(merge({}, { a: 1 }));\n`,
    after: `import merge from "./merge-all.mjs";\nexport { merge };\nconsole.log(Object.assign({}, { a: 1 }));\n`,
  },
  {
    fact: "leads an awaited dynamic import to a helper, so that it is awaited still",
    file: "main.mjs",
    source: `const { default: merge } = await import("merge-all");\nconsole.log(merge({}, { a: 1 }), (await import("merge-all")).default({}, { b: 2 }));\n`,
    after: `const { default: merge } = await import("./merge-all.mjs");\nconsole.log(merge({}, { a: 1 }), (await import("./merge-all.mjs")).default({}, { b: 2 }));\n`,
  },
  {
    fact: "leads an awaited import to a helper that hands out a built-in",
    file: "main.mjs",
    source: `const { default: where } = await import("where");\nconsole.log(where("a", "b"));\n`,
    after: `const { default: where } = await import("./where.mjs");\nconsole.log(where("a", "b"));\n`,
  },
  {
    fact: "puts a new import behind no import that goes",
    file: "main.mjs",
    source: `import pad from "pad";\nconst { default: where } = await import("where");\nconsole.log(where(pad("a", 2), "b"));\n`,
    after: `const { default: where } = await import("./where.mjs");\nconsole.log(where("a".padStart(2), "b"));\n`,
  },
  {
    fact: "leads a chained dynamic import to a helper",
    file: "main.mjs",
    source: `import("pad").then(({ default: pad }) => console.log(pad("a", 3)));\n`,
    after: `import("./pad.mjs").then(({ default: pad }) => console.log(pad("a", 3)));\n`,
  },
  {
    fact: "drops a side-effect import that the recipe lets go",
    file: "main.mjs",
    source: `import "polyfill";\nconsole.log("on");\n`,
    after: `console.log("on");\n`,
  },
  {
    fact: "declares once what a helper exports and uses itself",
    file: "main.mjs",
    source: `import wipe from "wipe";\nconsole.log([" a "].map(wipe), wipe.all([" b "]));\nexport default wipe;\n`,
    after: `import wipe from "./wipe.mjs";\nconsole.log([" a "].map(wipe), wipe.all([" b "]));\nexport default wipe;\n`,
  },
  {
    fact: "writes a helper with the members of its default export",
    source: `const wipe = require("wipe");\nconsole.log(wipe(1), wipe.all([" a "]), [" b "].map((x) => x).map(wipe));\n`,
    after: `const wipe = require("./wipe");\nconsole.log(String(1).trim(), wipe.all([" a "]), [" b "].map((x) => x).map(wipe));\n`,
  },
];

const safeguards: readonly Form[] = [
  {
    fact: "hands on the object of a call's member to nobody",
    source: `const { pick } = require("kit");\nconst o = { f() { return this === o; } };\nconsole.log(pick(o)(), pick({ f: 1 }) === undefined);\n`,
    after: `const { pick } = require("./kit");\nconst o = { f() { return this === o; } };\nconsole.log(pick(o)(), { f: 1 }.f === undefined);\n`,
  },
  {
    fact: "spreads no array before what may change it",
    source: `const { join } = require("kit");\nconst seen = ["a"];\nconst add = () => seen.push("b");\nconsole.log(join(seen, [add()]).join());\n`,
    after: `const { join } = require("./kit");\nconst seen = ["a"];\nconst add = () => seen.push("b");\nconsole.log(join(seen, [add()]).join());\n`,
  },
  {
    fact: "leaves no two blank lines where neighbouring requires go",
    source: `"use strict";\n\nconst pad = require("pad");\nconst merge = require("merge-all");\n\nconst path = require("path");\n\nconsole.log(pad("a", 2), merge({}, { a: path.sep }));\n`,
    after: `"use strict";\n\nconst path = require("path");\n\nconsole.log("a".padStart(2), Object.assign({}, { a: path.sep }));\n`,
  },
  {
    fact: "keeps apart what stands behind an if without braces",
    source: `let n = 0\nif (n === 0) n = String(1)\nvar pad = require("pad")\n;(function () { console.log(n, pad("a", 2)) })()\n`,
    after: `let n = 0\nif (n === 0) n = String(1)\n;(function () { console.log(n, "a".padStart(2)) })()\n`,
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
    fact: "names the whole file in a dynamic import of CommonJS",
    source: `const path = require("./other");\nimport("pad").then(({ default: pad }) => console.log(pad("a", 3), path));\n`,
    others: { "other.js": "module.exports = 1;\n" },
    after: `const path = require("./other");\nimport("./pad.js").then(({ default: pad }) => console.log(pad("a", 3), path));\n`,
  },
];

const refusals: readonly Refusal[] = [
  {
    fact: "a string behind it would become a directive",
    source: `const pad = require("pad");\n"use strict";\nloose = pad("a", 2);\nconsole.log(loose);\n`,
    because: /would take a string for a directive/,
  },
  {
    fact: "a string runs its command",
    source: `require("child_process").execSync("npx pad --all");\n`,
    because: /runs its command/,
  },
  {
    fact: "a string points into its folder",
    source: `require("fs").readFileSync("node_modules/pad/index.js");\n`,
    because: /points into its folder/,
  },
  {
    fact: "a statement without braces loads it for its side effects",
    source: `if (!globalThis.polyfilled) require("polyfill");\nconsole.log("on");\n`,
    because: /stands without braces/,
  },
  {
    fact: "TypeScript requires it where a helper is needed",
    file: "main.ts",
    source: `const pad = require("pad");\nconsole.log([1].map(pad));\n`,
    because: /require\(\) in TypeScript/,
  },
  {
    fact: "its namespace is called",
    file: "main.ts",
    source: `import * as pad from "pad";\nconsole.log(pad("a", 2));\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "a test stubs a member of it",
    source: `const sinon = require("sinon");\nconst merge = require("merge-all");\nsinon.stub(merge);\n`,
    because: /watched or replaced by a test/,
  },
  {
    fact: "a file that replaces modules has a key of its name",
    source: `const proxyquire = require("proxyquire");\nconst stubs = { pad: () => "x" };\nproxyquire("./lib", stubs);\n`,
    because: /replaces modules by their names/,
  },
  {
    fact: "it is loaded by require with new",
    source: `console.log(typeof new require("pad")("a", 3));\n`,
    because: /new require/,
  },
  {
    fact: "a computed require names it",
    source: `const name = "pad";\nconsole.log(require(name)("a", 3));\n`,
    because: /computed names/,
  },
  {
    fact: "require.resolve asks for its place",
    source: `console.log(require.resolve("pad"));\n`,
    because: /place on disk/,
  },
  {
    fact: "it is assigned",
    file: "main.cjs",
    source: `const kit = require("kit");\nkit.twice = (n) => n;\nconsole.log(kit.twice(1));\n`,
    because: /assigned|changed/,
  },
  {
    fact: "a member of the function is read",
    source: `const pad = require("pad");\nconsole.log(pad.length);\n`,
    because: /member length is read/,
  },
  {
    fact: "everything is exported again",
    file: "main.mjs",
    source: `export * from "kit";\n`,
    because: /everything of it is exported again/,
  },
  {
    fact: "an export without a replacement is used",
    source: `const { triple } = require("kit");\nconsole.log(triple(1));\n`,
    because: /triple/,
  },
  {
    fact: "the whole namespace is passed on",
    source: `const kit = require("kit");\nconsole.log(Object.keys(kit));\n`,
    because: /handed on as a whole/,
  },
  {
    fact: "a value goes where only some calls are served",
    source: `const { twice } = require("kit");\nconsole.log([1].map(twice));\n`,
    because: /does not serve every call/,
  },
  {
    fact: "an argument is not proved",
    source: `const { twice } = require("kit");\nmodule.exports = (n) => twice(n);\n`,
    because: /argument 1 \(n\) is not known to be number/,
  },
  { fact: "it is loaded for its side effects", source: `require("pad");\nconsole.log(1);\n`, because: /side effects/ },
  {
    fact: "a function is used as a class",
    source: `const pad = require("pad");\nconsole.log(new pad("a"));\n`,
    because: /used as a class/,
  },
  {
    fact: "a test mocks it by its name",
    source: `jest.mock("pad");\nconst pad = require("pad");\nconsole.log(pad("a", 2));\n`,
    because: /jest\.mock replaces it/,
  },
  {
    fact: "a mock is given the module itself",
    file: "main.mjs",
    source: `vi.mock(import("pad"), () => ({}));\n`,
    because: /vi\.mock replaces it/,
  },
  {
    fact: "an AMD loader loads it",
    source: `define(["pad"], function (pad) {\n  console.log(pad("a", 2));\n});\n`,
    because: /is loaded by define\(\)/,
  },
  {
    fact: "a comment uses its types",
    source: `/** @type {import("pad")} */\nexports.pad = null;\n`,
    because: /its types are used in a comment \(line 1\)/,
  },
  {
    fact: "the file cannot be parsed",
    source: `const pad = require("pad");\nconsole.log(pad("a", 2);\n`,
    because: /cannot be parsed \(line 2/,
  },
  {
    fact: "eval could see the name",
    source: `const pad = require("pad");\nconsole.log(eval("pad('a', 3)"));\n`,
    because: /eval/,
  },
  {
    fact: "its type is used",
    file: "main.ts",
    source: `import pad from "pad";\nexport type Pad = typeof pad;\nconsole.log(pad("a", 1));\n`,
    because: /type is used/,
  },
];

describe("forms that are rewritten", () => {
  for (const { fact, source, file = "main.js", others, after } of [...forms, ...safeguards])
    it(fact, async () => {
      const { files, reasons } = await rewriteAndRun({ ...others, [file]: source }, file);
      assert.equal(reasons, "");
      assert.equal(files[file], after);
    });
});

it("names a helper .mts where a file is an ES module by its name alone", async () => {
  const source = `import pad from "pad";\nconsole.log([1].map(pad));\n`;
  const { files } = await rewrite({ "main.mts": source, "other.ts": source }, {}, {});
  assert.match(files["main.mts"] ?? "", /from "\.\/pad\.mjs"/);
  assert.match(files["pad.mts"] ?? "", /export default function pad/);
  assert.match(files["other.ts"] ?? "", /from "\.\/pad-helper"/);
});

it("imports a built-in where a .cts file imports the package", async () => {
  const source = `import where from "where";\nexport const f = () => where("a", "b");\n`;
  const { files, reasons } = await rewrite({ "main.cts": source });
  assert.equal(reasons, "");
  assert.equal(files["main.cts"], `import { join } from "node:path";\nexport const f = () => join("a", "b");\n`);
});

describe("forms that are refused", () => {
  for (const { fact, source, file = "main.js", because } of refusals)
    it(fact, async () => {
      const { files, plan, reasons } = await rewrite({ [file]: source });
      assert.match(reasons, because);
      assert.equal(files[file], source);
      assert.ok(plan.packages.every((one) => one.outcome === "stay"));
    });
});
