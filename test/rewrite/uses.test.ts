/** What can be done with an export beside calling it: each program is run before and after. */
import { rewritten } from "./forms.ts";

rewritten("uses of an export", [
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
    fact: "a reassigned name keeps its first value",
    source: `let merge = require("merge-all");\nconst first = merge;\nmerge = (...all) => first({}, ...all);\nconsole.log(merge({ a: 1 }));\n`,
    after: `let merge = Object.assign;\nconst first = merge;\nmerge = (...all) => first({}, ...all);\nconsole.log(merge({ a: 1 }));\n`,
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
    fact: "serves tagged templates",
    source: `const shout = require("kit").shout;\nconsole.log(shout\`a\`, shout\`b\${1}\`);\n`,
    after: `const shout = require("./kit").shout;\nconsole.log(shout\`a\`, shout\`b\${1}\`);\n`,
  },
  {
    fact: "gives missing arguments their defaults",
    source: `const pad = require("pad");\nconsole.log(pad("a"), pad("b", 3, undefined), pad());\n`,
    after: `const pad = require("./pad");\nconsole.log("a".padStart(), "b".padStart(3), pad());\n`,
  },
  {
    fact: "keeps a class name that shadows it",
    source: `const pad = require("pad");\nfunction f() {\n  return pad.name + new pad().x;\n  class pad {\n    x = 1;\n  }\n}\ntry {\n  console.log(f());\n} catch (error) {\n  console.log(error.name);\n}\nconsole.log(pad("b", 2));\n`,
    after: `function f() {\n  return pad.name + new pad().x;\n  class pad {\n    x = 1;\n  }\n}\ntry {\n  console.log(f());\n} catch (error) {\n  console.log(error.name);\n}\nconsole.log("b".padStart(2));\n`,
  },
  {
    fact: "writes no undefined where that name means something else",
    source: `const none = require("polyfill");\nfor (const undefined of [1]) console.log(none());\nconsole.log(none());\n`,
    after: `const none = require("./polyfill");\nfor (const undefined of [1]) console.log(none());\nconsole.log(undefined);\n`,
  },
  {
    fact: "leaves names of loops, labels, keys and members alone",
    source: `const pad = require("pad");\npad: for (const pad of [1, 2]) {\n  if (pad > 1) break pad;\n}\nconst o = { pad: 1, twice: { pad: 2 } };\nconsole.log(o.pad, o.twice.pad, pad("a", 3));\n`,
    after: `pad: for (const pad of [1, 2]) {\n  if (pad > 1) break pad;\n}\nconst o = { pad: 1, twice: { pad: 2 } };\nconsole.log(o.pad, o.twice.pad, "a".padStart(3));\n`,
  },
  {
    fact: "keeps a hoisted var that shadows it in a function",
    source: `const pad = require("pad");\nfunction f() {\n  if (typeof pad !== "undefined") return pad("x", 3);\n  var pad = () => "own";\n  return pad();\n}\nconsole.log(f(), pad("a", 3));\n`,
    after: `function f() {\n  if (typeof pad !== "undefined") return pad("x", 3);\n  var pad = () => "own";\n  return pad();\n}\nconsole.log(f(), "a".padStart(3));\n`,
  },
  {
    fact: "compares, tests and types it without calling it",
    source: `const merge = require("merge-all");\nconsole.log(merge === Object.assign, merge ? 1 : 2, !merge, typeof merge, merge instanceof Function, merge?.({}, { a: 1 }), (0, merge)({}, { b: 2 }));\n`,
    after: `console.log(Object.assign === Object.assign, Object.assign ? 1 : 2, !Object.assign, typeof Object.assign, Object.assign instanceof Function, Object.assign?.({}, { a: 1 }), (0, Object.assign)({}, { b: 2 }));\n`,
  },
  {
    fact: "passes it as a callback, a property and a result",
    source: `const { odd, shout } = require("kit");\nconst f = () => odd;\nconst g = { shout, h: [odd] };\nconsole.log([1, 2, 3].filter(odd), f()(1), g.shout("a"), g.h[0](2));\n`,
    after: `const { odd, shout } = require("./kit");\nconst f = () => odd;\nconst g = { shout, h: [odd] };\nconsole.log([1, 2, 3].filter(odd), f()(1), g.shout("a"), g.h[0](2));\n`,
  },
  {
    fact: "serves a name that is made a getter",
    source: `const pad = require("pad");\nconst o = {\n  get pad() {\n    return pad;\n  },\n};\nObject.defineProperty(exports, "merge", { get: () => require("merge-all") });\nconsole.log(o.pad("a", 3), exports.merge({}, { a: 1 }));\n`,
    after: `const pad = require("./pad");\nconst o = {\n  get pad() {\n    return pad;\n  },\n};\nObject.defineProperty(exports, "merge", { get: () => Object.assign });\nconsole.log(o.pad("a", 3), exports.merge({}, { a: 1 }));\n`,
  },
  {
    fact: "constructs without parentheses, and extends",
    source: `const Controller = require("signals");\nclass Mine extends Controller {}\nconsole.log(new Controller().signal.aborted, (new Controller).signal.aborted, new Mine() instanceof Controller, typeof Controller);\n`,
    after: `class Mine extends AbortController {}\nconsole.log(new AbortController().signal.aborted, (new AbortController).signal.aborted, new Mine() instanceof AbortController, typeof AbortController);\n`,
  },
  {
    fact: "constructs, extends, compares and hands on a class of its own",
    source: `const { Fault } = require("faults");\nclass Mine extends Fault {}\nconst made = [new Fault("a"), new Mine("b"), Fault.of("c"), Reflect.construct(Fault, ["d"])];\nconsole.log(made.map((one) => [one instanceof Fault, one instanceof Mine, one.code, one.name, String(one), one.constructor.name]), typeof Fault);\n`,
    after: `const { Fault } = require("./faults");\nclass Mine extends Fault {}\nconst made = [new Fault("a"), new Mine("b"), Fault.of("c"), Reflect.construct(Fault, ["d"])];\nconsole.log(made.map((one) => [one instanceof Fault, one instanceof Mine, one.code, one.name, String(one), one.constructor.name]), typeof Fault);\n`,
    with: {
      "faults.js": `/** An error with a code. */\nclass Fault extends Error {\n  code;\n  constructor(text) {\n    super(text);\n    this.code = 7;\n  }\n  static of(text) {\n    return new this(text);\n  }\n}\n\nmodule.exports = { Fault };\n`,
    },
  },
  {
    fact: "knows the errors that another export of the package throws",
    file: "main.mjs",
    source: `import { Fault, raise } from "faults";\ntry {\n  raise("a");\n} catch (error) {\n  console.log(error instanceof Fault, error.message);\n}\n`,
    after: `import { Fault, raise } from "./faults.mjs";\ntry {\n  raise("a");\n} catch (error) {\n  console.log(error instanceof Fault, error.message);\n}\n`,
    with: {
      "faults.mjs": `/** An error with a code. */\nexport class Fault extends Error {\n  code;\n  constructor(text) {\n    super(text);\n    this.code = 7;\n  }\n  static of(text) {\n    return new this(text);\n  }\n}\n\n/** Throws an error with a code. */\nexport function raise(text) {\n  throw new Fault(text);\n}\n`,
    },
  },
  {
    fact: "constructs and calls a function that makes instances",
    source: `const { Old } = require("faults");\nfunction Mine(text) {\n  Old.call(this, text);\n}\nMine.prototype = Object.create(Old.prototype);\nconsole.log(new Old("a") instanceof Error, new Old("b").text, new Mine("c").text, new Mine("d") instanceof Old, Old.name);\n`,
    after: `const { Old } = require("./faults");\nfunction Mine(text) {\n  Old.call(this, text);\n}\nMine.prototype = Object.create(Old.prototype);\nconsole.log(new Old("a") instanceof Error, new Old("b").text, new Mine("c").text, new Mine("d") instanceof Old, Old.name);\n`,
  },
  {
    fact: "keeps a function in a block that sloppy code takes for the variable",
    source: `var pad = require("pad");\nconsole.log(pad("a", 3));\nif (pad) {\n  function pad() {\n    return "own";\n  }\n}\nconsole.log(pad("a", 3));\n`,
    after: `var pad = require("./pad");\nconsole.log(pad("a", 3));\nif (pad) {\n  function pad() {\n    return "own";\n  }\n}\nconsole.log(pad("a", 3));\n`,
  },
  {
    fact: "serves a function whose result nobody uses",
    source: `const { each } = require("kit");\nconst seen = [];\neach([1, 2], (x) => seen.push(x));\nconsole.log(seen);\n`,
    after: `const { each } = require("./kit");\nconst seen = [];\neach([1, 2], (x) => seen.push(x));\nconsole.log(seen);\n`,
  },
  {
    fact: "is made of a module of Node where tests replace others, and data has its name",
    source: `const where = require("where");\nconsole.log(where("a", "b"));\n`,
    others: {
      "main.test.js": `jest.mock("fs");\njest.mock("./path");\nconst options = { path: "text".replace("path", "x") };\n`,
    },
    after: `const { join } = require("node:path");\nconsole.log(join("a", "b"));\n`,
  },
  {
    fact: "takes a path and a promise of its name for no way to load it",
    source: `const path = require("path");\nconst pad = require("pad");\nPromise.resolve("pad").then((name) => console.log(name, path.basename(path.resolve("pad")), pad("a", 3)));\n`,
    after: `const path = require("path");\nPromise.resolve("pad").then((name) => console.log(name, path.basename(path.resolve("pad")), "a".padStart(3)));\n`,
  },
]);
