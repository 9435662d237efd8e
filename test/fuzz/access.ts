/** Every way to reach a package: the statements that load it, and the expressions its exports are reached by. */
import type { Callee } from "./expressions.ts";
import type { Export, Package } from "./packages.ts";
import type { Random } from "./random.ts";

export type Dialect = "cjs" | "esm" | "ts-esm" | "ts-cjs";

export interface Access {
  readonly form: string;
  /** Statements at the top of the file. */
  readonly head: readonly string[];
  /** Statements at the start of each function that uses it, when it is loaded there. */
  readonly inner: readonly string[];
  /** Statements at the end of the file. */
  readonly tail: readonly string[];
  readonly callees: readonly Callee[];
  /** Names that are the package's, to shadow. */
  readonly names: readonly string[];
  /** Another file of the program, by its path without an ending. */
  readonly file?: { readonly stem: string; readonly text: string };
}

interface Making {
  readonly random: Random;
  readonly from: Package;
  readonly dialect: Dialect;
  /** The specifier in quotes. */
  readonly quoted: string;
  /** A name for the whole package, or its default export. */
  readonly name: string;
  readonly export: Export;
}

type Form = (making: Making) => Omit<Partial<Access>, "callees" | "form"> & { readonly callees: readonly string[] };

const bare = (text: string): { callees: readonly string[] } => ({ callees: [text] });

/** What reaches an export from what require() gives. */
function member({ from, export: { name }, random }: Making, whole: string): string {
  if (from.require === "default" && name === "default") return whole;
  return random.chance(0.15) ? `${whole}["${name}"]` : `${whole}.${name}`;
}

/** A pattern that takes the export out of what require() gives, under a name; undefined for a default export. */
function pattern({ from, export: { name }, random, name: local }: Making): string | undefined {
  if (from.require === "default" && name === "default") return undefined;
  const other = random.chance(0.1) ? ` = ${local}Other` : "";
  return name === local ? `{ ${name}${other} }` : `{ ${name}: ${local}${other} }`;
}

const required: Readonly<Record<string, readonly [number, Form]>> = {
  "declared by require": [
    8,
    (m) => ({
      head: [`${m.random.pick(["const", "const", "var", "let"])} ${m.name} = require(${m.quoted});`],
      ...bare(member(m, m.name)),
    }),
  ],
  "declared in a list": [
    3,
    (m) => ({
      head: [
        m.random.pick([
          `const ${m.name}A = 1, ${m.name} = require(${m.quoted}), ${m.name}B = 2;`,
          `var ${m.name} = require(${m.quoted}),\n    ${m.name}A = 1;`,
          `var ${m.name}A = 1\n  , ${m.name} = require(${m.quoted})\n  ;`,
          `let ${m.name}A, ${m.name} = require(${m.quoted});`,
        ]),
        `console.log(${m.name}A);`,
      ],
      ...bare(member(m, m.name)),
    }),
  ],
  "a member of require": [
    2,
    (m) => ({ head: [`const ${m.name} = ${member(m, `require(${m.quoted})`)};`], ...bare(m.name) }),
  ],
  "destructured require": [
    3,
    (m) => {
      const taken = pattern(m);
      return taken === undefined
        ? { head: [`const ${m.name} = (require(${m.quoted}));`], ...bare(m.name) }
        : { head: [`${m.random.pick(["const", "var"])} ${taken} = require(${m.quoted});`], ...bare(m.name) };
    },
  ],
  "destructured from a name": [
    2,
    (m) => {
      const taken = pattern(m);
      return {
        head: [
          `const ${m.name}All = require(${m.quoted});`,
          taken === undefined ? `const ${m.name} = ${m.name}All;` : `const ${taken} = ${m.name}All;`,
        ],
        callees: [m.name, member(m, `${m.name}All`)],
      };
    },
  ],
  "inline require": [3, (m) => bare(member(m, `require(${m.quoted})`))],
  "require in a function": [
    4,
    (m) => ({
      inner: [`${m.random.pick(["const", "var"])} ${m.name} = require(${m.quoted});`],
      ...bare(member(m, m.name)),
    }),
  ],
  "require in a condition": [
    2,
    (m) => ({
      head: [`let ${m.name};`, `if (counter === 0) ${m.name} = require(${m.quoted});`],
      ...bare(member(m, m.name)),
    }),
  ],
  "require in try": [
    2,
    (m) => ({
      head: [
        m.random.pick([
          `var ${m.name};\ntry {\n  ${m.name} = require(${m.quoted});\n} catch (error) {\n  ${m.name} = null;\n}`,
          `try {\n  var ${m.name} = require(${m.quoted});\n} catch {}`,
        ]),
      ],
      ...bare(member(m, m.name)),
    }),
  ],
  "assigned later": [
    2,
    (m) => ({ head: [`let ${m.name};`, `${m.name} = require(${m.quoted});`], ...bare(member(m, m.name)) }),
  ],
  "assigned to exports": [
    2,
    (m) => ({ head: [`exports.${m.name} = require(${m.quoted});`], ...bare(member(m, `exports.${m.name}`)) }),
  ],
  "declared and exported": [
    1.5,
    (m) => ({
      head: [`const ${m.name} = exports.${m.name} = require(${m.quoted});`],
      ...bare(member(m, m.name)),
    }),
  ],
  "in an object literal": [
    2,
    (m) => ({
      head: [`const ${m.name}Tools = { a: 1, ${m.name}: require(${m.quoted}) };`],
      ...bare(member(m, `${m.name}Tools.${m.name}`)),
    }),
  ],
  "by shorthand": [
    2,
    (m) => ({
      head: [`const ${m.name} = require(${m.quoted});`, `const ${m.name}Tools = { ${m.name}, b: 2 };`],
      callees: [member(m, m.name), member(m, `${m.name}Tools.${m.name}`)],
    }),
  ],
  "alias of an alias": [
    2,
    (m) => ({
      head: [
        `const ${m.name}First = require(${m.quoted});`,
        `const ${m.name}Second = ${m.name}First;`,
        `const ${m.name} = ${m.name}Second;`,
      ],
      callees: [member(m, m.name), member(m, `${m.name}First`)],
    }),
  ],
  "hoisted use": [
    1.5,
    (m) => ({
      head: [
        `function ${m.name}Early(...all) {\n  return ${member(m, m.name)}(...all);\n}`,
        `var ${m.name} = require(${m.quoted});`,
      ],
      callees: [`${m.name}Early`, member(m, m.name)],
    }),
  ],
  reassigned: [
    1.5,
    (m) => ({
      head: [
        `let ${m.name} = require(${m.quoted});`,
        `const ${m.name}Kept = ${m.name};`,
        `if (counter > 0) ${m.name} = null;`,
      ],
      callees: [member(m, m.name), member(m, `${m.name}Kept`)],
    }),
  ],
  "behind a function": [
    1,
    (m) => ({ head: [`const ${m.name} = () => require(${m.quoted});`], ...bare(member(m, `${m.name}()`)) }),
  ],
  "behind a logical operator": [
    1,
    (m) => ({
      head: [
        `const ${m.name} = ${m.random.pick(["loose && ", "(0, ", "null || ", "counter ? null : "])}require(${m.quoted})`.replace(
          /^(.*\(0, .*)$/s,
          "$1)",
        ) + ";",
      ],
      ...bare(member(m, m.name)),
    }),
  ],
  "a static field": [
    1,
    (m) => ({
      head: [`class ${m.name}Box {\n  static tool = require(${m.quoted});\n}`],
      ...bare(member(m, `${m.name}Box.tool`)),
    }),
  ],
  "a default parameter": [
    1,
    (m) => ({
      head: [`function ${m.name}(a, b, c, tool = ${member(m, `require(${m.quoted})`)}) {\n  return tool(a, b);\n}`],
      ...bare(m.name),
    }),
  ],
  "two requires": [
    1,
    (m) => ({
      head: [`const ${m.name} = require(${m.quoted});`, `const ${m.name}Too = require(${m.quoted});`],
      callees: [member(m, m.name), member(m, `${m.name}Too`), member(m, `require(${m.quoted})`)],
    }),
  ],
  "default of require": [0.5, (m) => ({ head: [`const ${m.name} = require(${m.quoted}).default;`], ...bare(m.name) })],
  "another file hands it on": [
    2,
    (m) => {
      const stem = `${m.name}-lib`;
      const [text, reach] = m.random.pick<readonly [string, string]>([
        [`module.exports = require(${m.quoted});\n`, member(m, m.name)],
        [`const ${m.name} = require(${m.quoted});\nmodule.exports = ${m.name};\n`, member(m, m.name)],
        [`exports.tool = ${member(m, `require(${m.quoted})`)};\n`, `${m.name}.tool`],
        [`const tool = ${member(m, `require(${m.quoted})`)};\nmodule.exports = { tool, a: 1 };\n`, `${m.name}.tool`],
        [
          `const main = require("./main.EXT");\nexports.tool = (...all) => (typeof main === "object" ? ${member(m, `require(${m.quoted})`)}(...all) : 0);\n`,
          `${m.name}.tool`,
        ],
        [
          `'use strict'\nmodule.exports.tool = (...all) => ${member(m, `require(${m.quoted})`)}(...all)\n`,
          `${m.name}.tool`,
        ],
      ]);
      return { head: [`const ${m.name} = require("./${stem}.EXT");`], callees: [reach], file: { stem, text } };
    },
  ],
  "a name made at run time": [
    0.3,
    (m) => ({ head: [`const ${m.name} = require(${m.quoted} + "");`], ...bare(member(m, m.name)) }),
  ],
  "module.require": [
    0.3,
    (m) => ({ head: [`const ${m.name} = module.require(${m.quoted});`], ...bare(member(m, m.name)) }),
  ],
};

/** The name of the export in an import: its own, or "default". */
function clause({ export: { name }, name: local }: Making): string {
  if (name === "default") return local;
  return name === local ? `{ ${name} }` : `{ ${name} as ${local} }`;
}

const imported: Readonly<Record<string, readonly [number, Form]>> = {
  "an import": [8, (m) => ({ head: [`import ${clause(m)} from ${m.quoted};`], ...bare(m.name) })],
  "a default import": [2, (m) => ({ head: [`import ${m.name} from ${m.quoted};`], ...bare(member(m, m.name)) })],
  "default as": [2, (m) => ({ head: [`import { ${m.export.name} as ${m.name} } from ${m.quoted};`], ...bare(m.name) })],
  "a namespace": [
    3,
    (m) => ({
      head: [`import * as ${m.name} from ${m.quoted};`],
      ...bare(m.random.chance(0.2) ? `${m.name}["${m.export.name}"]` : `${m.name}.${m.export.name}`),
    }),
  ],
  "default and namespace": [
    1.5,
    (m) => ({
      head: [`import ${m.name}, * as ${m.name}All from ${m.quoted};`],
      callees: [member(m, m.name), `${m.name}All.${m.export.name}`],
    }),
  ],
  "default and named": [
    1.5,
    (m) => ({
      head: [`import ${m.name}Whole, { ${m.export.name} as ${m.name} } from ${m.quoted};`],
      callees: [m.name, member(m, `${m.name}Whole`)],
    }),
  ],
  "two imports": [
    1.5,
    (m) => ({
      head: [`import ${clause(m)} from ${m.quoted};`, `import { ${m.export.name} as ${m.name}Too } from ${m.quoted};`],
      callees: [m.name, `${m.name}Too`],
    }),
  ],
  "an import at the end": [2, (m) => ({ tail: [`import ${clause(m)} from ${m.quoted};`], ...bare(m.name) })],
  "import then export": [
    2,
    (m) => ({
      head: [`import ${clause(m)} from ${m.quoted};`],
      tail: [
        m.random.pick([
          `export { ${m.name} };`,
          `export { ${m.name} as ${m.name}Renamed };`,
          `export const ${m.name}Tool = ${m.name};`,
          `export default ${m.name};`,
          `export { ${m.name} as default };`,
        ]),
      ],
      ...bare(m.name),
    }),
  ],
  "a re-export": [
    2,
    (m) => ({
      head: [`import ${clause(m)} from ${m.quoted};`],
      tail: [
        m.random.pick([
          `export { ${m.export.name} } from ${m.quoted};`,
          `export { ${m.export.name} as ${m.name}Again } from ${m.quoted};`,
          `export * from ${m.quoted};`,
          `export * as ${m.name}All from ${m.quoted};`,
        ]),
      ],
      ...bare(m.name),
    }),
  ],
  "another module hands it on": [
    3,
    (m) => {
      const stem = `${m.name}-lib`;
      const [text, head, reach] = m.random.pick<readonly [string, string, string]>([
        [`export { ${m.export.name} as tool } from ${m.quoted};\n`, `import { tool as ${m.name} } from`, m.name],
        [`export { ${m.export.name} } from ${m.quoted};\n`, `import { ${m.export.name} as ${m.name} } from`, m.name],
        [`export * from ${m.quoted};\n`, `import * as ${m.name} from`, `${m.name}.${m.export.name}`],
        [`import ${clause(m)} from ${m.quoted};\nexport { ${m.name} };\n`, `import { ${m.name} } from`, m.name],
        [`import ${clause(m)} from ${m.quoted};\nexport default ${m.name};\n`, `import ${m.name} from`, m.name],
        // The two files import each other.
        [
          `import { ${m.name}Back } from "./main.EXT";\nimport ${clause(m)} from ${m.quoted};\nexport function tool(...all${m.dialect.startsWith("ts") ? ": any" : ""}) {\n  ${m.name}Back();\n  return (${m.name}${m.dialect.startsWith("ts") ? " as any" : ""})(...all);\n}\n`,
          `import { tool as ${m.name} } from`,
          m.name,
        ],
        [
          `import ${clause(m)} from ${m.quoted};\nexport let tool: any = ${m.name};\nexport function forget() {\n  tool = null;\n}\n`.replace(
            m.dialect.startsWith("ts") ? "" : ": any",
            "",
          ),
          `import * as ${m.name} from`,
          `${m.name}.tool`,
        ],
        [
          `import ${clause(m)} from ${m.quoted};\nexport let tool = ${m.name};\nexport const a = 1;\n`,
          `import { tool as ${m.name} } from`,
          m.name,
        ],
        [
          `import ${clause(m)} from ${m.quoted};\nexport const tool = (...all${m.dialect.startsWith("ts") ? ": any" : ""}) => (${m.name}${m.dialect.startsWith("ts") ? " as any" : ""})(...all);\n`,
          `import * as ${m.name} from`,
          `${m.name}.tool`,
        ],
      ]);
      return {
        head: [`${head} "./${stem}.EXT";`, ...(text.includes("Back") ? [`export function ${m.name}Back() {}`] : [])],
        callees: [reach],
        file: { stem, text },
      };
    },
  ],
  "awaited dynamic import": [
    2,
    (m) => ({
      head: [`const { ${m.export.name}: ${m.name} } = await import(${m.quoted});`],
      ...bare(m.name),
    }),
  ],
  "a name for a dynamic import": [
    1.5,
    (m) => ({ head: [`const ${m.name} = await import(${m.quoted});`], ...bare(`${m.name}.${m.export.name}`) }),
  ],
  "a member of a dynamic import": [1.5, (m) => bare(`(await import(${m.quoted})).${m.export.name}`)],
  "chained dynamic import": [
    1.5,
    (m) => ({
      head: [
        m.random.pick([
          `const ${m.name} = await import(${m.quoted}).then((all) => all.${m.export.name});`,
          `const ${m.name} = await import(${m.quoted}).then(({ ${m.export.name}: tool }) => tool);`,
        ]),
      ],
      ...bare(m.name),
    }),
  ],
  createRequire: [
    0.3,
    (m) => ({
      head: [requireMaker, `const ${m.name} = createRequire(import.meta.url)(${m.quoted});`],
      ...bare(member(m, m.name)),
    }),
  ],
};

const typed: Readonly<Record<string, readonly [number, Form]>> = {
  "an import of any": [
    2,
    (m) => ({
      head: [`import ${clause(m)} from ${m.quoted};`],
      callees: [`(${m.name} as any)`, `${m.name}!`, m.name],
    }),
  ],
  "its type": [
    0.5,
    (m) => ({
      head: [`import ${clause(m)} from ${m.quoted};`, `type ${m.name}Type = typeof ${m.name};`],
      ...bare(m.name),
    }),
  ],
};

const equals: Readonly<Record<string, readonly [number, Form]>> = {
  "import equals require": [
    3,
    (m) => ({ head: [`import ${m.name} = require(${m.quoted});`], ...bare(member(m, m.name)) }),
  ],
};

/** Imported once, for however many packages. */
const requireMaker = 'import { createRequire } from "node:module";';

/** One way to reach one export of a package, or some of its exports. */
export function reach(random: Random, from: Package, dialect: Dialect, taken: Set<string>): Access {
  const asImports = dialect !== "cjs";
  const usable = asImports
    ? { ...imported, ...(dialect.startsWith("ts") ? typed : {}), ...(dialect === "ts-cjs" ? equals : {}) }
    : required;
  const known = Object.entries(usable).filter(([form]) => {
    // Compiled to CommonJS, an import at the end is a require at the end, which every use before it fails by.
    // A module marked as compiled has no default there, so a default import of it gives undefined.
    if (dialect === "ts-cjs" && from.require === "namespace" && /^(?:a default import|default and)/.test(form))
      return false;
    if (dialect === "ts-cjs") return !/dynamic import|createRequire|at the end/.test(form);
    return !(from.format === "esm" && form === "createRequire");
  });
  const chosen = random.pick(from.exports);
  const isNamed = dialect === "cjs" || dialect === "ts-cjs" || chosen.isNamed;
  const forms = known.filter(([form]) => isNamed || form === "a default import" || form === "createRequire");
  const form = random.weighted(forms.map(([name, [weight]]) => [weight, name] as const));
  const make = usable[form]![1];
  const making: Making = {
    random,
    from,
    dialect,
    quoted: random.pick([`"${from.specifier}"`, `'${from.specifier}'`]),
    name: freshName(random, from, chosen, taken),
    export: chosen,
  };
  const made = make(making);
  const head = (made.head ?? []).filter((line) => line !== requireMaker || !taken.has(requireMaker));
  if (head.includes(requireMaker)) taken.add(requireMaker);
  return {
    form,
    head,
    inner: made.inner ?? [],
    tail: made.tail ?? [],
    callees: made.callees.map((text) => ({ text, export: chosen })),
    names: /^[\w$]+$/.test(made.callees[0] ?? "") ? made.callees.filter((text) => /^[\w$]+$/.test(text)) : [],
    ...(made.file === undefined ? {} : { file: made.file }),
  };
}

function freshName(random: Random, from: Package, chosen: Export, taken: Set<string>): string {
  const camel = from.specifier
    .replace(/\.js$/, "")
    .replace(/^[^a-zA-Z]+/, "")
    .replace(/[^a-zA-Z\d]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  const options = [
    camel,
    camel,
    chosen.name === "default" ? `_${camel}` : chosen.name,
    "$",
    "spare",
    "entries",
    "of",
    "assign",
    "async",
  ];
  const free = options.filter((name) => !taken.has(name));
  const name = random.chance(0.7)
    ? (free[0] ?? `tool${random.next()}`)
    : random.pick([...free, `tool${random.next()}`]);
  taken.add(name);
  return name;
}
