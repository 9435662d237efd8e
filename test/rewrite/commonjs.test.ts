/** The ways to load a package by require(): each program is run before and after. */
import { rewritten } from "./forms.ts";

rewritten("packages that are required", [
  {
    fact: "begins a helper with the directive that its users begin with",
    source: `"use strict";\n\nconst pad = require("pad");\nconsole.log([1].map(pad));\n`,
    after: `"use strict";\n\nconst pad = require("./pad");\nconsole.log([1].map(pad));\n`,
    with: {
      "pad.js": `"use strict";\n\n/** Pads the start of a text. */\nfunction pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`,
    },
  },
  {
    fact: "inlines a call of a required function and drops the require",
    source: `const pad = require("pad");\nconsole.log(pad("a", 3, "-"));\n`,
    after: `console.log("a".padStart(3, "-"));\n`,
  },
  {
    fact: "keeps what is said around the last of a list of declarations",
    source: `var a = 1\n  , /* how */ pad = require("pad")\n  /* why */;\nconsole.log(a, pad("b", 3));\n`,
    after: `var a = 1\n  ; /* how */\n  /* why */\nconsole.log(a, "b".padStart(3));\n`,
  },
  {
    fact: "reads a name through the escapes of its string",
    source: `const pad = require("p\\x61d");\nconsole.log(pad("b", 3));\n`,
    after: `console.log("b".padStart(3));\n`,
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
    fact: "writes a helper with the members of its default export",
    source: `const wipe = require("wipe");\nconsole.log(wipe(1), wipe.all([" a "]), [" b "].map((x) => x).map(wipe));\n`,
    after: `const wipe = require("./wipe");\nconsole.log(String(1).trim(), wipe.all([" a "]), [" b "].map((x) => x).map(wipe));\n`,
  },
  {
    fact: "declares with let and var",
    source: `let pad = require("pad");\nvar merge = require("merge-all");\nconsole.log(pad("a", 3), merge({}, { a: 1 }));\n`,
    after: `console.log("a".padStart(3), Object.assign({}, { a: 1 }));\n`,
  },
  {
    fact: "knows the package by any name",
    source: `const leftPad = require("pad");\nconsole.log(leftPad("a", 3));\n`,
    after: `console.log("a".padStart(3));\n`,
  },
  {
    fact: "rewrites a require in a condition",
    source: `let text = "a";\nif (text.length < 3) {\n  const pad = require("pad");\n  text = pad(text, 3);\n}\nconsole.log(text, text ? require("kit").twice(2) : 0);\n`,
    after: `let text = "a";\nif (text.length < 3) {\n  text = (text + "").padStart(3);\n}\nconsole.log(text, text ? 2 * 2 : 0);\n`,
  },
  {
    fact: "exports a require",
    source: `exports.merge = require("merge-all");\nexports.pad = require("pad");\nconsole.log(exports.merge({}, { a: 1 }), exports.pad("a", 3));\n`,
    after: `exports.merge = Object.assign;\nexports.pad = require("./pad");\nconsole.log(exports.merge({}, { a: 1 }), exports.pad("a", 3));\n`,
  },
  {
    fact: "exports a require as a whole",
    source: `const pad = (module.exports = require("pad"));\nconsole.log(pad("a", 3), module.exports("b", 2));\n`,
    after: `const pad = (module.exports = require("./pad"));\nconsole.log(pad("a", 3), module.exports("b", 2));\n`,
  },
  {
    fact: "rewrites a require in an object literal",
    source: `const tools = { merge: require("merge-all"), pad: require("pad"), twice: require("kit").twice(2) };\nconsole.log(tools.merge({}, { a: 1 }), tools.pad("a", 3), tools.twice);\n`,
    after: `const tools = { merge: Object.assign, pad: require("./pad"), twice: 2 * 2 };\nconsole.log(tools.merge({}, { a: 1 }), tools.pad("a", 3), tools.twice);\n`,
  },
  {
    fact: "writes out a shorthand property",
    source: `const merge = require("merge-all");\nconst pad = require("pad");\nconst tools = { merge, pad };\nconsole.log(tools.merge({}, { a: 1 }), tools.pad("a", 3));\n`,
    after: `const pad = require("./pad");\nconst tools = { merge: Object.assign, pad };\nconsole.log(tools.merge({}, { a: 1 }), tools.pad("a", 3));\n`,
  },
  {
    fact: "follows an alias of an alias",
    source: `const kit = require("kit");\nconst { twice } = kit;\nconst double = kit.twice;\nconst { shout: loud } = kit;\nconsole.log(twice(2), double(3), loud("a"));\n`,
    after: `console.log(2 * 2, 3 * 2, "a".toUpperCase() + "!");\n`,
  },
  {
    fact: "leads a name that is given on to a helper",
    source: `const pad = require("pad");\nconst mine = pad;\nconst yours = mine;\nconsole.log(pad("a", 3), yours("b", 3));\n`,
    after: `const pad = require("./pad");\nconst mine = pad;\nconst yours = mine;\nconsole.log("a".padStart(3), yours("b", 3));\n`,
  },
  {
    fact: "gives an export another name where a function it calls has its own, in CommonJS",
    source: `const echo = require("echo");\nconsole.log(["a", "b"].map(echo));\n`,
    after: `const echo = require("./echo");\nconsole.log(["a", "b"].map(echo));\n`,
    with: {
      "echo.js": `function echo(text, times) {\n  return times > 1 ? echo(text, times - 1) + String(text) : String(text);\n}\n\n/** Says a text twice. */\nfunction echoOwn(text) {\n  return echo(text, 2);\n}\n\nmodule.exports = echoOwn;\n`,
    },
  },
  {
    fact: "writes a function once that calls another which calls it",
    source: `const nested = require("nested");\nconsole.log([[], [[]], 1].map(nested));\n`,
    after: `const nested = require("./nested");\nconsole.log([[], [[]], 1].map(nested));\n`,
    with: {
      "nested.js": `function deepest(list) {\n  return Math.max(0, ...list.map((one) => nested(one)));\n}\n\n/** How deep lists stand in lists. */\nfunction nested(value) {\n  return Array.isArray(value) ? deepest(value) + 1 : 0;\n}\n\nmodule.exports = nested;\n`,
    },
  },
  {
    fact: "gives an export another name where a function it calls has its own, in a module",
    file: "main.mjs",
    source: `import echo from "echo";\nconsole.log(["a", "b"].map(echo));\n`,
    after: `import echo from "./echo.mjs";\nconsole.log(["a", "b"].map(echo));\n`,
    with: {
      "echo.mjs": `function echo(text, times) {\n  return times > 1 ? echo(text, times - 1) + String(text) : String(text);\n}\n\n/** Says a text twice. */\nexport default function echoOwn(text) {\n  return echo(text, 2);\n}\n`,
    },
  },
  {
    fact: "rewrites what module.require loads",
    source: `const pad = module.require("pad");\nconsole.log(pad("a", 3));\n`,
    after: `console.log("a".padStart(3));\n`,
  },
  {
    fact: "loads in a module that a function made by createRequire, and lets that go with it",
    file: "main.mjs",
    source: `import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);\nconst pad = require("pad");\nconsole.log(pad("a", 3));\n`,
    after: `console.log("a".padStart(3));\n`,
  },
  {
    fact: "keeps createRequire for what else it loads",
    file: "main.mjs",
    source: `import { builtinModules, createRequire } from "node:module";\nconst load = createRequire(import.meta.url);\nconst where = load("where");\nconsole.log(where("a", "b"), load("./data.json").n, builtinModules.length > 9);\n`,
    others: { "data.json": `{ "n": 1 }\n` },
    after: `import { builtinModules, createRequire } from "node:module";\nimport { join } from "node:path";\nconst load = createRequire(import.meta.url);\nconsole.log(join("a", "b"), load("./data.json").n, builtinModules.length > 9);\n`,
  },
  {
    fact: "puts a built-in where createRequire was",
    file: "main.mjs",
    source: `import module from "node:module";\nconst load = module.createRequire(import.meta.url);\nconst where = load("where");\nconsole.log(where("a", "b"));\n`,
    after: `import { join } from "node:path";\nconsole.log(join("a", "b"));\n`,
  },
  {
    fact: "leads createRequire to a helper in CommonJS",
    file: "main.mjs",
    source: `import { createRequire } from "node:module";\nconst load = createRequire(import.meta.url);\nconsole.log([1].map(load("pad")));\n`,
    manifest: { type: "module" },
    after: `import { createRequire } from "node:module";\nconst load = createRequire(import.meta.url);\nconsole.log([1].map(load("./pad.cjs")));\n`,
    with: {
      "pad.cjs": `/** Pads the start of a text. */\nfunction pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`,
    },
  },
  {
    fact: "reads a default that is the package itself",
    source: `const trim = require("strip").default;\nconst strip = require("strip");\nconsole.log(trim(" a "), strip.default(" b "));\n`,
    after: `console.log(" a ".trim(), " b ".trim());\n`,
  },
  {
    fact: "gives a helper the default that is read of the package",
    source: `const trim = require("strip").default;\nconsole.log([" a "].map((x) => x).map(trim));\n`,
    after: `const trim = require("./strip").default;\nconsole.log([" a "].map((x) => x).map(trim));\n`,
    with: {
      "strip.js": `function strip(text) {\n  return String(text).trim();\n}\n\nmodule.exports = strip;\nmodule.exports.default = strip;\n`,
    },
  },
  {
    fact: "serves what compilers write for a default import",
    source: `"use strict";\nvar pad_1 = __importDefault(require("pad"));\nfunction __importDefault(m) { return m && m.__esModule ? m : { default: m }; }\nconsole.log((0, pad_1.default)("a", 3));\n`,
    after: `"use strict";\nvar pad_1 = __importDefault(require("./pad"));\nfunction __importDefault(m) { return m && m.__esModule ? m : { default: m }; }\nconsole.log((0, pad_1.default)("a", 3));\n`,
  },
  {
    fact: "gives each module system a helper of its own",
    file: "main.mjs",
    source: `import pad from "pad";\nimport other from "./other.js";\nconsole.log([1].map(pad), other);\n`,
    others: { "other.js": `const pad = require("pad");\nmodule.exports = [2].map(pad);\n` },
    after: `import pad from "./pad.mjs";\nimport other from "./other.js";\nconsole.log([1].map(pad), other);\n`,
    with: {
      "other.js": `const pad = require("./pad-helper");\nmodule.exports = [2].map(pad);\n`,
      "pad.mjs": `/** Pads the start of a text. */\nexport default function pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n`,
      "pad-helper.js": `/** Pads the start of a text. */\nfunction pad(text, length, fill = " ") {\n  return (text + "").padStart(length, fill);\n}\n\nmodule.exports = pad;\n`,
    },
  },
  {
    fact: "calls what createRequire makes on the spot",
    file: "main.mjs",
    source: `import { createRequire } from "node:module";\nconst { odd } = createRequire(import.meta.url)("kit");\nconsole.log(odd(3), createRequire(import.meta.url)("pad")("a", 3));\n`,
    after: `console.log(Math.abs(3 % 2) === 1, "a".padStart(3));\n`,
  },
  {
    fact: "leads names that are taken from a name to a helper, those that stay",
    source: `const kit = require("kit");\nconst { twice, odd, shout: loud } = kit;\nconst { all } = require("wipe");\nconst wipe = require("wipe");\nconst each = wipe.all;\nconsole.log(twice(2), [1].map(odd), loud("a"), [[" b "]].map(each), all([1]));\n`,
    after: `const kit = require("./kit");\nconst { odd } = kit;\nconst { all } = require("./wipe");\nconst wipe = require("./wipe");\nconst each = wipe.all;\nconsole.log(2 * 2, [1].map(odd), "a".toUpperCase() + "!", [[" b "]].map(each), all([1]));\n`,
    with: { "kit.js": `function odd(n) {\n  return Math.abs(n % 2) === 1;\n}\n\nmodule.exports = { odd };\n` },
  },
]);
