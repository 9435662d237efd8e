/** The packages a generated tree depends on: some with a recipe, and some that stay. */

export interface Candidate {
  readonly name: string;
  readonly version: string;
  readonly types: string;
  readonly source: string;
  readonly import: string;
  /** Uses a `label` (string) and a `total` (number). */
  readonly use: string;
}

export const candidates: readonly [Candidate, ...Candidate[]] = [
  {
    name: "left-pad",
    version: "1.3.0",
    types:
      "declare function leftPad(text: string | number, length: number, fill?: string | number): string;\nexport = leftPad;\n",
    source: "module.exports = (text, length, fill) => String(text).padStart(length, fill);\n",
    import: 'import leftPad from "left-pad";',
    use: 'leftPad(label, 8, "0")',
  },
  {
    name: "object-assign",
    version: "4.1.1",
    types: "declare function objectAssign<T, U>(target: T, source: U): T & U;\nexport = objectAssign;\n",
    source: "module.exports = Object.assign;\n",
    import: 'import objectAssign from "object-assign";',
    use: "objectAssign({ label }, { total }).label",
  },
  {
    name: "escape-string-regexp",
    version: "1.0.5",
    types: "declare function escapeStringRegexp(text: string): string;\nexport = escapeStringRegexp;\n",
    source: "module.exports = (text) => text.replace(/[|\\\\{}()[\\]^$+*?.]/g, '\\\\$&');\n",
    import: 'import escapeStringRegexp from "escape-string-regexp";',
    use: "escapeStringRegexp(label)",
  },
  {
    name: "array-uniq",
    version: "2.1.0",
    types: "declare function arrayUniq<T>(items: readonly T[]): T[];\nexport = arrayUniq;\n",
    source: "module.exports = (items) => [...new Set(items)];\n",
    import: 'import arrayUniq from "array-uniq";',
    use: 'arrayUniq([label, "quay"]).join("-")',
  },
  {
    name: "is-odd",
    version: "3.0.1",
    types: "declare function isOdd(value: number | string): boolean;\nexport = isOdd;\n",
    source: "module.exports = (value) => Math.abs(value) % 2 === 1;\n",
    import: 'import isOdd from "is-odd";',
    use: "String(isOdd(3))",
  },
];

/** Names of packages that stay, as imports find them. */
export const lasting: readonly [string, ...string[]] = [
  "express",
  "fastify",
  "zod",
  "pino",
  "react",
  "axios",
  "semver",
  "commander",
  "debug",
  "yaml",
  "undici",
  "pg",
];
