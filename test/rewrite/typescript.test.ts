/** TypeScript and JSX: each program is compiled and run before and after. */
import { rewritten } from "./forms.ts";

const strict = `{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2022", "types": [] } }\n`;
const plain = `{ "compilerOptions": { "strict": true, "module": "CommonJS", "esModuleInterop": false, "types": [] } }\n`;

/** A property that may be null, and a function that makes it so. */
const head = `const box = { held: " a" as string | null };\nconst change = (): void => {\n  box.held = null;\n};\n`;

rewritten("packages in TypeScript", [
  {
    fact: "leads import = require() to a helper by an import",
    file: "main.ts",
    source: `import pad = require("pad");\nconsole.log([1].map(pad), pad("a", 3));\n`,
    others: { "tsconfig.json": strict },
    after: `import pad from "./pad.js";\nconsole.log([1].map(pad), "a".padStart(3));\n`,
    with: {
      "pad.ts": `/** Pads the start of a text. */\nexport default function pad(text: any, length?: any, fill: any = " ") {\n  return (text + "").padStart(length, fill);\n}\n`,
    },
  },
  {
    fact: "drops import = require() where its calls are replaced",
    file: "main.ts",
    source: `import pad = require("pad"); // pads\nimport kit = require("kit");\nconsole.log(pad("a", 3), kit.shout("b"));\n`,
    others: { "tsconfig.json": strict },
    after: `console.log("a".padStart(3), "b".toUpperCase() + "!");\nexport {};\n`,
  },
  {
    fact: "leads import = require() of an object of exports to a namespace",
    file: "main.ts",
    source: `import kit = require("kit");\nconsole.log(kit.shout("a"), [1].map(kit.odd));\n`,
    others: { "tsconfig.json": strict },
    after: `import * as kit from "./kit.js";\nconsole.log("a".toUpperCase() + "!", [1].map(kit.odd));\n`,
  },
  {
    fact: "hands import = require() on by export =",
    file: "main.ts",
    source: `import pad = require("pad");\nconsole.log(pad("a", 3));\nexport = pad;\n`,
    others: { "tsconfig.json": plain },
    after: `import pad from "./pad";\nconsole.log("a".padStart(3));\nexport = pad;\n`,
  },
  {
    fact: "takes a class from a helper as a value and as a type",
    file: "main.ts",
    source: `import { Fault } from "faults";\nfunction tell(fault: Fault): number {\n  return fault.code;\n}\nclass Mine extends Fault {}\nconsole.log(tell(new Mine("a")), new Mine("b") instanceof Fault);\n`,
    others: { "tsconfig.json": strict },
    after: `import { Fault } from "./faults.js";\nfunction tell(fault: Fault): number {\n  return fault.code;\n}\nclass Mine extends Fault {}\nconsole.log(tell(new Mine("a")), new Mine("b") instanceof Fault);\n`,
    with: {
      "faults.ts": `/** An error with a code. */\nexport class Fault extends Error {\n  readonly code: number;\n  constructor(text: string) {\n    super(text);\n    this.code = 7;\n  }\n  static of(text: string): Fault {\n    return new this(text);\n  }\n}\n`,
    },
  },
  {
    fact: "loads a helper by require() in TypeScript",
    file: "main.ts",
    source: `declare const require: any;\nconst pad = require("pad");\nconst { all } = require("wipe");\nconst { odd } = require("kit");\nconsole.log([1].map(pad), all([" a "]), [1].map(odd));\n`,
    others: { "tsconfig.json": strict },
    after: `declare const require: any;\nconst pad = require("./pad.js").default;\nconst { all } = require("./wipe.js").default;\nconst { odd } = require("./kit.js");\nconsole.log([1].map(pad), all([" a "]), [1].map(odd));\n`,
  },
  {
    fact: "calls a namespace that is compiled to require()",
    file: "main.ts",
    source: `import * as pad from "pad";\nimport * as wipe from "wipe";\nimport * as kit from "kit";\nconsole.log(pad("a", 3), [" b "].map(wipe), kit.twice(2));\n`,
    others: { "tsconfig.json": plain },
    after: `import wipe from "./wipe";\nconsole.log("a".padStart(3), [" b "].map(wipe), 2 * 2);\n`,
  },
  {
    fact: "lets a type go that nothing uses",
    file: "main.ts",
    source: `import type { Options } from "pad";\nimport pad, { type Fill } from "pad";\nconsole.log(pad("a", 3));\n`,
    others: { "tsconfig.json": strict },
    after: `console.log("a".padStart(3));\nexport {};\n`,
  },
  {
    fact: "queries the type of what stays",
    file: "main.ts",
    source: `import pad from "pad";\nimport merge from "merge-all";\nimport where from "where";\nexport type All = [typeof pad, typeof merge, typeof where];\nconsole.log([1].map(pad), merge({}, { a: 1 }), where("a"));\n`,
    others: { "tsconfig.json": strict },
    after: `import { join } from "node:path";\nimport pad from "./pad.js";\nexport type All = [typeof pad, typeof Object.assign, typeof join];\nconsole.log([1].map(pad), Object.assign({}, { a: 1 }), join("a"));\n`,
  },
  {
    fact: "sees through as, satisfies and !",
    file: "main.ts",
    source: `import pad from "pad";\nimport merge from "merge-all";\nconst x: unknown = "a";\nconst y: string | null = "b";\nconsole.log(pad(x as string, 3), pad(y!, 3) satisfies string, (pad as any)("c", 3), merge!({}, { a: 1 }));\n`,
    others: { "tsconfig.json": strict },
    after: `import pad from "./pad.js";\nconst x: unknown = "a";\nconst y: string | null = "b";\nconsole.log((x as string).padStart(3), y!.padStart(3) satisfies string, (pad as any)("c", 3), Object.assign!({}, { a: 1 }));\n`,
  },
  {
    fact: "keeps what must follow on the same line behind a comment of several lines",
    file: "main.ts",
    source: `import * as kit from "kit";\nconst n = 2;\nconsole.log(kit/*\n why */.twice(n) satisfies number, kit // how\n  .twice(n)!, kit /* one line */ .twice(n) as number);\n`,
    others: { "tsconfig.json": strict },
    after: `const n = 2;\nconsole.log((n * 2 /*\n why */) satisfies number, ((n * 2) // how\n)!, n * 2 /* one line */ as number);\nexport {};\n`,
  },
  {
    fact: "leaves away what the types decide on one side of an alternative",
    file: "main.ts",
    source: `import { blank } from "kit";\nconst n: number | undefined = [1].find((one) => one > 1);\nconst t = ["a", null][1] ?? null;\nconsole.log(blank(n), blank(t));\n`,
    others: { "tsconfig.json": strict },
    after: `const n: number | undefined = [1].find((one) => one > 1);\nconst t = ["a", null][1] ?? null;\nconsole.log(n === undefined, t === null);\nexport {};\n`,
  },
  {
    fact: "trusts no narrowed type of a variable that a function inside assigns to",
    file: "main.ts",
    source: `import wipe from "wipe";\nlet text: string | number = " a";\nlet other: string | number = " b";\nconst set = (): void => {\n  text = 5;\n};\nset();\nconsole.log(wipe(text), wipe(other));\n`,
    others: { "tsconfig.json": strict },
    after: `let text: string | number = " a";\nlet other: string | number = " b";\nconst set = (): void => {\n  text = 5;\n};\nset();\nconsole.log(String(text).trim(), other.trim());\nexport {};\n`,
  },
  {
    fact: "trusts no narrowed type of a variable that a function inside assigns to as another type",
    file: "main.ts",
    source: `import wipe from "wipe";\nlet text: string | number = " a";\nconst set = (): void => {\n  (text as number) = 5;\n};\nset();\nconsole.log(wipe(text));\n`,
    others: { "tsconfig.json": strict },
    after: `let text: string | number = " a";\nconst set = (): void => {\n  (text as number) = 5;\n};\nset();\nconsole.log(String(text).trim());\nexport {};\n`,
  },
  {
    fact: "trusts the narrowed type of a property that nothing ran since",
    file: "main.ts",
    source: `import wipe from "wipe";\n${head}if (box.held) console.log(wipe(box.held));\n`,
    others: { "tsconfig.json": strict },
    after: `${head}if (box.held) console.log(box.held.trim());\nexport {};\n`,
  },
  {
    fact: "trusts the type of a property that was assigned just before",
    file: "main.ts",
    source: `import wipe from "wipe";\n${head}box.held = String(1);\nconsole.log(wipe(box.held));\n`,
    others: { "tsconfig.json": strict },
    after: `${head}box.held = String(1);\nconsole.log(box.held.trim());\nexport {};\n`,
  },
  {
    fact: "trusts no narrowed type of a property after a call",
    file: "main.ts",
    source: `import wipe from "wipe";\n${head}if (box.held) {\n  change();\n  console.log(wipe(box.held));\n}\n`,
    others: { "tsconfig.json": strict },
    after: `${head}if (box.held) {\n  change();\n  console.log(String(box.held).trim());\n}\nexport {};\n`,
  },
  {
    fact: "trusts no narrowed type of a property in a loop in which something is called later",
    file: "main.ts",
    source: `import wipe from "wipe";\n${head}if (box.held)\n  for (const each of [1, 2]) {\n    console.log(each, wipe(box.held));\n    change();\n  }\n`,
    others: { "tsconfig.json": strict },
    after: `${head}if (box.held)\n  for (const each of [1, 2]) {\n    console.log(each, String(box.held).trim());\n    change();\n  }\nexport {};\n`,
  },
  {
    fact: "trusts no narrowed type of a property that is written by another way",
    file: "main.ts",
    source: `import wipe from "wipe";\n${head}const same = box;\nif (box.held) {\n  same.held = null;\n  console.log(wipe(box.held));\n}\n`,
    others: { "tsconfig.json": strict },
    after: `${head}const same = box;\nif (box.held) {\n  same.held = null;\n  console.log(String(box.held).trim());\n}\nexport {};\n`,
  },
  {
    fact: "drops explicit type arguments with the call",
    file: "main.ts",
    source: `import { keep } from "kit";\nimport merge from "merge-all";\nconsole.log(keep<number>([1, 2], (n) => n > 1), merge<object, object>({}, { a: 1 }));\n`,
    others: { "tsconfig.json": strict },
    after: `import { keep } from "./kit.js";\nconsole.log(keep<number>([1, 2], (n) => n > 1), Object.assign<object, object>({}, { a: 1 }));\n`,
  },
  {
    fact: "rewrites in overloads, enums, namespaces and decorators",
    file: "main.ts",
    source: `import { twice } from "kit";\nimport pad from "pad";\nfunction f(n: number): number;\nfunction f(n: string): string;\nfunction f(n: any): any {\n  return typeof n === "number" ? twice(n) : pad(n as string, 3);\n}\nenum Size {\n  Small = twice(2),\n  Large = 9,\n}\nnamespace Sizes {\n  export const text = pad("a", 3);\n}\nfunction sized(n: number) {\n  return (target: Function) => void Reflect.set(target, "size", n);\n}\n@sized(twice(3))\nclass A {\n  constructor(private readonly n = twice(4)) {}\n  get size() {\n    return this.n;\n  }\n}\nconsole.log(f(1), f("b"), Size.Small, Sizes.text, Reflect.get(A, "size"), new A().size);\n`,
    others: { "tsconfig.json": strict },
    after: `function f(n: number): number;\nfunction f(n: string): string;\nfunction f(n: any): any {\n  return typeof n === "number" ? n * 2 : (n as string).padStart(3);\n}\nenum Size {\n  Small = 2 * 2,\n  Large = 9,\n}\nnamespace Sizes {\n  export const text = "a".padStart(3);\n}\nfunction sized(n: number) {\n  return (target: Function) => void Reflect.set(target, "size", n);\n}\n@sized(3 * 2)\nclass A {\n  constructor(private readonly n = 4 * 2) {}\n  get size() {\n    return this.n;\n  }\n}\nconsole.log(f(1), f("b"), Size.Small, Sizes.text, Reflect.get(A, "size"), new A().size);\nexport {};\n`,
  },
  {
    fact: "writes helpers for .mts and .cts by their own names",
    file: "main.mts",
    source: `import pad from "pad";\nimport { f } from "./other.cjs";\nconsole.log([1].map(pad), f());\n`,
    others: {
      "tsconfig.json": strict,
      "other.cts": `import pad = require("pad");\nimport where from "where";\nexport const f = () => [[2].map(pad), where("a")];\n`,
    },
    after: `import pad from "./pad.mjs";\nimport { f } from "./other.cjs";\nconsole.log([1].map(pad), f());\n`,
    with: {
      "other.cts": `import pad from "./pad-helper.cjs";\nimport { join } from "node:path";\nexport const f = () => [[2].map(pad), join("a")];\n`,
      "pad.mts": `/** Pads the start of a text. */\nexport default function pad(text: any, length?: any, fill: any = " ") {\n  return (text + "").padStart(length, fill);\n}\n`,
    },
  },
  {
    fact: "rewrites in JSX",
    file: "main.jsx",
    source: `const pad = require("pad");\nconst { shout } = require("kit");\nconst React = { createElement: (...all) => all };\nconsole.log(\n  <a title={pad("a", 3)} {...{ b: shout("b") }}>\n    {pad("c", 3)} {[1].map(pad)}\n  </a>,\n);\n`,
    after: `const pad = require("./pad");\nconst React = { createElement: (...all) => all };\nconsole.log(\n  <a title={"a".padStart(3)} {...{ b: "b".toUpperCase() + "!" }}>\n    {"c".padStart(3)} {[1].map(pad)}\n  </a>,\n);\n`,
  },
  {
    fact: "rewrites in TSX",
    file: "main.tsx",
    source: `import pad from "pad";\nconst React = { createElement: (...all: unknown[]) => all };\nfunction A<T extends string>({ text }: { text: T }) {\n  return <b title={pad("a", 3)}>{pad(text, 3)}</b>;\n}\nconsole.log(A({ text: "x" }));\n`,
    others: {
      "tsconfig.json": `{ "compilerOptions": { "strict": true, "module": "NodeNext", "target": "ES2022", "types": [], "jsx": "react" } }\n`,
    },
    after: `const React = { createElement: (...all: unknown[]) => all };\nfunction A<T extends string>({ text }: { text: T }) {\n  return <b title={"a".padStart(3)}>{text.padStart(3)}</b>;\n}\nconsole.log(A({ text: "x" }));\nexport {};\n`,
  },
  {
    fact: "drops a declaration of the module without types",
    file: "main.ts",
    source: `import pad from "pad";\nconsole.log(pad("a", 3));\n`,
    others: { "tsconfig.json": strict, "types.d.ts": `declare module "pad";\n` },
    after: `console.log("a".padStart(3));\nexport {};\n`,
    with: { "types.d.ts": "" },
  },
  {
    fact: "loads a helper by require() in TypeScript",
    file: "main.ts",
    source: `declare const require: any;\nconst pad = require("pad");\nconst { all } = require("wipe");\nconst { odd } = require("kit");\nconsole.log([1].map(pad), all([" a "]), [1].map(odd));\n`,
    others: { "tsconfig.json": strict },
    after: `declare const require: any;\nconst pad = require("./pad.js").default;\nconst { all } = require("./wipe.js").default;\nconst { odd } = require("./kit.js");\nconsole.log([1].map(pad), all([" a "]), [1].map(odd));\n`,
  },
]);
