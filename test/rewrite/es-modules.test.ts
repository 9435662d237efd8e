/** The ways to import a package: each program is run before and after. */
import { rewritten } from "./forms.ts";

rewritten("packages in files that leave no blank inside braces", [
  {
    fact: "writes its imports and helpers so",
    file: "main.mjs",
    source: `import {EOL} from "node:os";\nimport {odd, twice} from "kit";\nconsole.log([1].map(odd), twice(2), EOL);\n`,
    after: `import {EOL} from "node:os";\nimport {odd} from "./kit.mjs";\nconsole.log([1].map(odd), 2 * 2, EOL);\n`,
  },
  {
    fact: "takes from a built-in module and gives helpers so",
    source: `const {a} = {a: 1};\nconst where = require("where");\nconst kit = require("kit");\nconsole.log(a, where("b", "c"), kit.odd, [1].map(kit.odd));\n`,
    after: `const {a} = {a: 1};\nconst {join} = require("node:path");\nconst kit = require("./kit");\nconsole.log(a, join("b", "c"), kit.odd, [1].map(kit.odd));\n`,
    with: {
      "kit.js": `function odd(n) {\n  return Math.abs(n % 2) === 1;\n}\n\nmodule.exports = {odd};\n`,
    },
  },
]);

rewritten("packages that are imported", [
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
    fact: "names the whole file in a dynamic import of CommonJS",
    source: `const path = require("./other");\nimport("pad").then(({ default: pad }) => console.log(pad("a", 3), path));\n`,
    others: { "other.js": "module.exports = 1;\n" },
    after: `const path = require("./other");\nimport("./pad.js").then(({ default: pad }) => console.log(pad("a", 3), path));\n`,
  },
  {
    fact: "re-exports under every name",
    file: "main.mjs",
    source: `export { default } from "merge-all";\nexport { default as pad } from "pad";\nexport { odd, shout as loud } from "kit";\nimport merge, { pad, odd, loud } from "./main.mjs";\nconsole.log(merge({}, { a: 1 }), pad("a", 3), odd(1), loud("a"));\n`,
    after: `export { default } from "./merge-all.mjs";\nexport { default as pad } from "./pad.mjs";\nexport { odd, shout as loud } from "./kit.mjs";\nimport merge, { pad, odd, loud } from "./main.mjs";\nconsole.log(merge({}, { a: 1 }), pad("a", 3), odd(1), loud("a"));\n`,
  },
  {
    fact: "re-exports as the default",
    file: "main.mjs",
    source: `export { shout as default } from "kit";\nimport shout from "./main.mjs";\nconsole.log(shout("a"));\n`,
    after: `export { shout as default } from "./kit.mjs";\nimport shout from "./main.mjs";\nconsole.log(shout("a"));\n`,
  },
  {
    fact: "exports an import as the default",
    file: "main.mjs",
    source: `import pad from "pad";\nexport default pad;\nimport own from "./main.mjs";\nconsole.log(own("a", 3), pad("b", 3));\n`,
    after: `import pad from "./pad.mjs";\nexport default pad;\nimport own from "./main.mjs";\nconsole.log(own("a", 3), "b".padStart(3));\n`,
  },
  {
    fact: "exports a value made of it, and the binding stays live",
    file: "main.mjs",
    source: `import merge from "merge-all";\nexport let current = merge;\nimport * as self from "./main.mjs";\nconst first = self.current === merge;\ncurrent = null;\nconsole.log(first, self.current);\n`,
    after: `export let current = Object.assign;\nimport * as self from "./main.mjs";\nconst first = self.current === Object.assign;\ncurrent = null;\nconsole.log(first, self.current);\n`,
  },
  {
    fact: "hoists an import above its use",
    file: "main.mjs",
    source: `console.log(pad("a", 3), f());\nimport pad from "pad";\nfunction f() {\n  return merge({}, { a: 1 });\n}\nimport merge from "merge-all";\n`,
    after: `console.log("a".padStart(3), f());\nfunction f() {\n  return Object.assign({}, { a: 1 });\n}\n`,
  },
  {
    fact: "keeps modules that import each other in order",
    file: "main.mjs",
    source: `import { late } from "./other.mjs";\nimport pad from "pad";\nexport const width = 3;\nexport function show(text) {\n  return pad(text, 3);\n}\nconsole.log(late());\n`,
    others: {
      "other.mjs": `import { show, width } from "./main.mjs";\nimport pad from "pad";\nexport const late = () => show("a") + pad("b", width) + [1].map(pad);\n`,
    },
    after: `import { late } from "./other.mjs";\nexport const width = 3;\nexport function show(text) {\n  return (text + "").padStart(3);\n}\nconsole.log(late());\n`,
    with: {
      "other.mjs": `import { show, width } from "./main.mjs";\nimport pad from "./pad.mjs";\nexport const late = () => show("a") + "b".padStart(width) + [1].map(pad);\n`,
    },
  },
  {
    fact: "reads members of a namespace, the default too",
    file: "main.mjs",
    source: `import * as all from "pad";\nimport * as kit from "kit";\nconsole.log(all.default("a", 3), kit.twice(2), kit["shout"]("b"));\n`,
    after: `console.log("a".padStart(3), 2 * 2, "b".toUpperCase() + "!");\n`,
  },
  {
    fact: "a namespace import serves a helper",
    file: "main.mjs",
    source: `import * as kit from "kit";\nconsole.log(kit.twice(2), [1, 2].map(kit.odd));\n`,
    after: `import * as kit from "./kit.mjs";\nconsole.log(2 * 2, [1, 2].map(kit.odd));\n`,
  },
  {
    fact: "loads it later, awaited and destructured in a function",
    file: "main.mjs",
    source: `async function f() {\n  const { odd } = await import("kit");\n  return [odd(1), (await import("kit")).shout("a")];\n}\nconsole.log(await f());\n`,
    after: `async function f() {\n  const { odd } = await import("./kit.mjs");\n  return [odd(1), (await import("./kit.mjs")).shout("a")];\n}\nconsole.log(await f());\n`,
  },
  {
    fact: "takes an import of nothing for a side effect",
    file: "main.mjs",
    source: `import {} from "polyfill";\nconsole.log("on");\n`,
    after: `console.log("on");\n`,
  },
  {
    fact: "waits for an import whose parts go by names of their own",
    file: "main.mjs",
    source: `const log = [];\nPromise.resolve().then(() => log.push("turn"));\nconst kit = await import("kit");\nconst { twice } = kit;\nconst shout = kit.shout;\nlog.push(twice(2), shout("a"));\nconsole.log(log);\n`,
    after: `const log = [];\nPromise.resolve().then(() => log.push("turn"));\nconst kit = await import("./kit.mjs");\nconst { twice } = kit;\nconst shout = kit.shout;\nlog.push(twice(2), shout("a"));\nconsole.log(log);\n`,
  },
]);
