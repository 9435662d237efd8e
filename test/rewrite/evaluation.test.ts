/** Arguments are evaluated once and in order, in the place and the precedence of the call. */
import { rewritten } from "./forms.ts";

rewritten("what a call becomes", [
  {
    fact: "keeps the conversion where the type is not proved",
    source: `const pad = require("pad");\nfor (const x of [1, "b"]) console.log(pad(x, 3));\n`,
    after: `for (const x of [1, "b"]) console.log((x + "").padStart(3));\n`,
  },
  {
    fact: "puts parentheses where precedence needs them",
    source: `const { twice, odd, shout } = require("kit");\nconst n = 3;\nconsole.log(twice(n + 1), 10 / twice(5), -twice(n), !odd(n), odd(n + 1) ? 1 : 2, shout("a").length, typeof twice(2), 2 ** twice(1), [...shout("b")]);\n`,
    after: `const n = 3;\nconsole.log((n + 1) * 2, 10 / (5 * 2), -(n * 2), Math.abs(n % 2) !== 1, Math.abs((n + 1) % 2) === 1 ? 1 : 2, ("a".toUpperCase() + "!").length, typeof (2 * 2), 2 ** (1 * 2), [..."b".toUpperCase() + "!"]);\n`,
  },
  {
    fact: "keeps a comment in the name of a function that is passed on",
    source: `const tools = require("signals");\nconsole.log(String(tools // why\n  .AbortController).length > 0);\n`,
    after: `console.log(String(AbortController // why\n).length > 0);\n`,
  },
  {
    fact: "turns a negated comparison round, and keeps a comment before it",
    source: `const { odd } = require("kit");\nconst n = 3;\nconsole.log(!odd(n), !!odd(n), true === !odd(n), !(odd(n)), typeof !odd(n), !/* why */odd(n), !odd(!odd(n) ? 1 : 2), [n].map((x) => !odd(x)));\n`,
    after: `const n = 3;\nconsole.log(Math.abs(n % 2) !== 1, !(Math.abs(n % 2) !== 1), true === (Math.abs(n % 2) !== 1), !(Math.abs(n % 2) === 1), typeof (Math.abs(n % 2) !== 1), !/* why */(Math.abs(n % 2) === 1), Math.abs((Math.abs(n % 2) !== 1 ? 1 : 2) % 2) !== 1, [n].map((x) => Math.abs(x % 2) !== 1));\n`,
  },
  {
    fact: "turns several comparisons round together, and puts parentheses around && in ||",
    source: `const { blank, bag } = require("kit");\nconst n = JSON.parse("null");\nconst m = JSON.parse("{}");\nconsole.log(!blank(n) && m, !blank(m) || n, blank(n), bag(m) ? 1 : 2, !bag(n));\n`,
    after: `const n = JSON.parse("null");\nconst m = JSON.parse("{}");\nconsole.log(n !== undefined && n !== null && m, (m !== undefined && m !== null) || n, n === undefined || n === null, (typeof m === "object" && m !== null) || typeof m === "function" ? 1 : 2, (typeof n !== "object" || n === null) && typeof n !== "function");\n`,
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
    fact: "keeps apart what stands behind an if without braces",
    source: `let n = 0\nif (n === 0) n = String(1)\nvar pad = require("pad")\n;(function () { console.log(n, pad("a", 2)) })()\n`,
    after: `let n = 0\nif (n === 0) n = String(1)\n;(function () { console.log(n, "a".padStart(2)) })()\n`,
  },
  {
    fact: "keeps this and arguments of the function around it",
    source: `const pad = require("pad");\nconst { shout } = require("kit");\nfunction f() {\n  return pad(String(this.x), Number(arguments[0])) + shout(arguments.length);\n}\nconst g = { x: "a", f, h: () => shout(typeof this) };\nconsole.log(g.f(3, 4), g.h());\n`,
    after: `function f() {\n  return String(this.x).padStart(Number(arguments[0])) + (String(arguments.length).toUpperCase() + "!");\n}\nconst g = { x: "a", f, h: () => (typeof this).toUpperCase() + "!" };\nconsole.log(g.f(3, 4), g.h());\n`,
  },
  {
    fact: "runs a getter once, and in order",
    source: `const pad = require("pad");\nlet log = "";\nconst o = {\n  get text() {\n    log += "t";\n    return { toString: () => ((log += "s"), "a") };\n  },\n  get width() {\n    log += "w";\n    return 3;\n  },\n};\nconsole.log(pad(o.text, o.width), log);\n`,
    after: `const pad = require("./pad");\nlet log = "";\nconst o = {\n  get text() {\n    log += "t";\n    return { toString: () => ((log += "s"), "a") };\n  },\n  get width() {\n    log += "w";\n    return 3;\n  },\n};\nconsole.log(pad(o.text, o.width), log);\n`,
  },
  {
    fact: "keeps the order of arguments that change each other",
    source: `const pad = require("pad");\nconst { join } = require("kit");\nlet n = 1;\nconst list = [1];\nconsole.log(pad(n++, n++), pad(String(n), (n = 5)), join(list, [list.push(2)]), n);\n`,
    after: `const pad = require("./pad");\nconst { join } = require("./kit");\nlet n = 1;\nconst list = [1];\nconsole.log(pad(n++, n++), String(n).padStart((n = 5)), join(list, [list.push(2)]), n);\n`,
  },
  {
    fact: "waits and yields where it did",
    source: `const pad = require("pad");\nconst merge = require("merge-all");\nasync function f() {\n  return pad(await Promise.resolve("a"), await 3) + Object.keys(merge(await { a: 1 }, { b: await 2 }));\n}\nfunction* g() {\n  const x = pad(yield 1, yield 2);\n  return x;\n}\nconst i = g();\ni.next();\ni.next("b");\nasync function* h() {\n  yield* [merge({}, { c: await 1 })];\n}\n(async () => {\n  console.log(await f(), i.next(3).value);\n  for await (const x of h()) console.log(x);\n})();\n`,
    after: `const pad = require("./pad");\nasync function f() {\n  return pad(await Promise.resolve("a"), await 3) + Object.keys(Object.assign(await { a: 1 }, { b: await 2 }));\n}\nfunction* g() {\n  const x = pad(yield 1, yield 2);\n  return x;\n}\nconst i = g();\ni.next();\ni.next("b");\nasync function* h() {\n  yield* [Object.assign({}, { c: await 1 })];\n}\n(async () => {\n  console.log(await f(), i.next(3).value);\n  for await (const x of h()) console.log(x);\n})();\n`,
  },
  {
    fact: "composes many packages in one expression",
    source: `const pad = require("pad");\nconst merge = require("merge-all");\nconst where = require("where");\nconst { twice, shout, odd } = require("kit");\nconsole.log(pad(shout(where("a", pad("b", twice(2 + 1), "."))), twice(6), odd(twice(2) - 1) ? "-" : "+") + merge({}, { x: shout(merge({}, { toString: () => pad("c", 2) })) }).x);\n`,
    after: `const pad = require("./pad");\nconst { join } = require("node:path");\nconsole.log(pad(String(join("a", "b".padStart((2 + 1) * 2, "."))).toUpperCase() + "!", 6 * 2, Math.abs((2 * 2 - 1) % 2) === 1 ? "-" : "+") + Object.assign({}, { x: String(Object.assign({}, { toString: () => "c".padStart(2) })).toUpperCase() + "!" }).x);\n`,
  },
  {
    fact: "keeps a sequence, a label and a comma apart",
    source: `const { twice } = require("kit");\nlet a = (0, twice(1)), b = (twice(2), twice(3));\nouter: for (let i = twice(0), j = twice(2); i < j; i++, twice(1)) {\n  if (twice(3) > i) break outer;\n}\nfor (const k in [twice(1), 2]) console.log(k, a, b);\nswitch (twice(2)) {\n  case twice(2):\n    console.log("four");\n}\ndo a += twice(3);\nwhile (a < twice(8));\nif (twice(0)) twice(1);\nelse twice(2);\nconsole.log(a);\n`,
    after: `let a = (0, 1 * 2), b = (2 * 2, 3 * 2);\nouter: for (let i = 0 * 2, j = 2 * 2; i < j; i++, 1 * 2) {\n  if (3 * 2 > i) break outer;\n}\nfor (const k in [1 * 2, 2]) console.log(k, a, b);\nswitch (2 * 2) {\n  case 2 * 2:\n    console.log("four");\n}\ndo a += 3 * 2;\nwhile (a < 8 * 2);\nif (0 * 2) 1 * 2;\nelse 2 * 2;\nconsole.log(a);\n`,
  },
  {
    fact: "keeps what stands in for an arrow's body, a default export and a statement apart",
    file: "main.mjs",
    source: `import { twice, shout } from "kit";\nimport merge from "merge-all";\nconst f = () => merge({}, { a: 1 });\nconst g = () => ({ ...merge({}, { b: 1 }) });\nconst h = async () => twice(2);\nmerge(f, { x: 1 });\nexport default shout("a");\nimport own from "./main.mjs";\nconsole.log(f(), g(), await h(), f.x, own);\n`,
    after: `const f = () => Object.assign({}, { a: 1 });\nconst g = () => ({ ...Object.assign({}, { b: 1 }) });\nconst h = async () => 2 * 2;\nObject.assign(f, { x: 1 });\nexport default "a".toUpperCase() + "!";\nimport own from "./main.mjs";\nconsole.log(f(), g(), await h(), f.x, own);\n`,
  },
  {
    fact: "keeps a new, an await and an exponent apart",
    file: "main.mjs",
    source: `import { twice, shout, odd } from "kit";\nimport merge from "merge-all";\nconst o = { a: class { b = 1 } };\nconsole.log(new (merge({}, o).a)().b, (-twice(2)) ** 2, 2 ** -twice(1), (await twice(2)) + 1, -(await odd(1)), \`\${shout("a")}\`.length, shout("b")[0], shout("c")?.length, { ...merge({}, { d: 1 }) }, [...shout("e")], "x" in merge({}, { x: 1 }), twice(1) in [1, 2, 3], void twice(1), !odd(2) && twice(3), null ?? odd(1), (odd(1) || 0) ?? 1, delete merge({}, { y: 1 }).y);\n`,
    after: `const o = { a: class { b = 1 } };\nconsole.log(new (Object.assign({}, o).a)().b, (-(2 * 2)) ** 2, 2 ** -(1 * 2), (await (2 * 2)) + 1, -(await (Math.abs(1 % 2) === 1)), \`\${"a".toUpperCase() + "!"}\`.length, ("b".toUpperCase() + "!")[0], ("c".toUpperCase() + "!")?.length, { ...Object.assign({}, { d: 1 }) }, [..."e".toUpperCase() + "!"], "x" in Object.assign({}, { x: 1 }), 1 * 2 in [1, 2, 3], void (1 * 2), Math.abs(2 % 2) !== 1 && 3 * 2, null ?? Math.abs(1 % 2) === 1, (Math.abs(1 % 2) === 1 || 0) ?? 1, delete Object.assign({}, { y: 1 }).y);\n`,
  },
  {
    fact: "keeps lines apart that begin with a bracket, a template or a sign",
    source: `const { twice, shout, odd } = require('kit')\nconst merge = require('merge-all')\nlet a = 1\n;[1].map(String)\nlet b = a\nshout('x').split('')\nlet c = b\nodd(1)\nlet d = c\n;\`t\`.length\nmerge({}, { a })\nlet e = d\n++a\nodd(a)\nconsole.log(a, b, c, d, e)\n`,
    after: `let a = 1\n;[1].map(String)\nlet b = a\n;('x'.toUpperCase() + '!').split('')\nlet c = b\nMath.abs(1 % 2) === 1\nlet d = c\n;\`t\`.length\nObject.assign({}, { a })\nlet e = d\n++a\nMath.abs(a % 2) === 1\nconsole.log(a, b, c, d, e)\n`,
  },
  {
    fact: "reads a binding that has no value yet as before",
    source: `const merge = require("merge-all");\ntry {\n  merge(late, {});\n} catch (error) {\n  console.log(error.name);\n}\nconst late = {};\nfunction f(a = merge({}, { b }), b = 1) {\n  return a;\n}\ntry {\n  f();\n} catch (error) {\n  console.log(error.name);\n}\n`,
    after: `try {\n  Object.assign(late, {});\n} catch (error) {\n  console.log(error.name);\n}\nconst late = {};\nfunction f(a = Object.assign({}, { b }), b = 1) {\n  return a;\n}\ntry {\n  f();\n} catch (error) {\n  console.log(error.name);\n}\n`,
  },
  {
    fact: "calls early what is hoisted",
    source: `console.log(f("a"));\nvar pad = require("pad");\nfunction f(x) {\n  return pad ? pad(x, 3) : "none";\n}\nconsole.log(f("b"));\n`,
    after: `console.log(f("a"));\nvar pad = require("./pad");\nfunction f(x) {\n  return pad ? (x + "").padStart(3) : "none";\n}\nconsole.log(f("b"));\n`,
  },
  {
    fact: "finds globals that are changed afterwards",
    source: `const merge = require("merge-all");\nconst before = Object.assign;\nObject.assign = () => "patched";\nconsole.log(typeof merge({}, { a: 1 }));\nObject.assign = before;\n`,
    after: `const merge = require("./merge-all");\nconst before = Object.assign;\nObject.assign = () => "patched";\nconsole.log(typeof merge({}, { a: 1 }));\nObject.assign = before;\n`,
  },
  {
    fact: "puts an and in an or in parentheses, as people do",
    source: `const { both } = require("kit");\nconst f = (a, b) => [both(a, b) || 3, 0 || both(b, a), both(a, b) && 2];\nconsole.log(f(1, 0));\n`,
    after: `const f = (a, b) => [(a && b) || 3, 0 || (b && a), a && b && 2];\nconsole.log(f(1, 0));\n`,
  },
  {
    fact: "counts a parameter as changing where arguments may change it",
    source: `const { double } = require("kit");\nfunction f(x) {\n  return double(x, (arguments[0] = 5));\n}\nconsole.log(f(1));\n`,
    after: `const { double } = require("./kit");\nfunction f(x) {\n  return double(x, (arguments[0] = 5));\n}\nconsole.log(f(1));\n`,
  },
  {
    fact: "does not use a built-in that the file changes",
    source: `const path = require("path");\nconst where = require("where");\npath.join = () => "patched";\nconsole.log(where("a", "b"), path.join("a", "b"));\n`,
    after: `const path = require("path");\nconst { join } = require("path");\npath.join = () => "patched";\nconsole.log(join("a", "b"), path.join("a", "b"));\n`,
  },
]);
