/** The packages the programs use: those whose calls give the same on every run and change nothing outside. */

/** What an argument is made from; see expressions.ts. */
export type ArgumentKind =
  | "text"
  | "texty"
  | "length"
  | "fill"
  | "count"
  | "number"
  | "list"
  | "nested"
  | "object"
  | "key"
  | "anything"
  | "path"
  | "test";

export interface Export {
  /** "default" or a name. */
  readonly name: string;
  readonly parameters: readonly ArgumentKind[];
  readonly gives: "text" | "number" | "boolean" | "list" | "object" | "anything";
  /** More arguments of the last kind may follow. */
  readonly rest?: boolean;
}

export interface Package {
  readonly name: string;
  /** Its folder in test/originals/node_modules; undefined for a toy. */
  readonly original: string | undefined;
  readonly version: string;
  /** An ES module cannot be loaded by require(). */
  readonly format: "cjs" | "esm";
  /** What require() gives: the default export itself, or an object of exports. */
  readonly require: "default" | "namespace";
  readonly exports: readonly Export[];
}

interface Shape {
  readonly exports: readonly Export[];
  readonly versions: readonly (readonly [
    version: string,
    format?: Package["format"],
    require?: "namespace",
    name?: string,
  ])[];
}

const one = (
  parameters: readonly ArgumentKind[],
  gives: Export["gives"],
  more: Partial<Export> = {},
): readonly Export[] => [{ name: "default", parameters, gives, ...more }];

const shapes: Readonly<Record<string, Shape>> = {
  "array-flatten": {
    exports: one(["nested"], "list"),
    versions: [["1.1.1"], ["2.1.2"], ["3.0.0", "cjs", "namespace", "flatten"]],
  },
  "array-includes": { exports: one(["list", "anything", "count"], "boolean"), versions: [["3.1.0"], ["3.2.0"]] },
  "array-union": {
    exports: one(["list", "list"], "list", { rest: true }),
    versions: [["1.0.2"], ["2.1.0"], ["3.0.1", "esm"]],
  },
  "array-uniq": { exports: one(["list"], "list"), versions: [["1.0.0"], ["2.1.0"], ["3.0.0", "esm"]] },
  "escape-string-regexp": {
    exports: one(["text"], "text"),
    versions: [["1.0.5"], ["2.0.0"], ["3.0.0"], ["4.0.0"], ["5.0.0", "esm"]],
  },
  has: { exports: one(["object", "key"], "boolean"), versions: [["1.0.0"], ["1.0.4"]] },
  "is-even": { exports: one(["count"], "boolean"), versions: [["0.1.2"], ["1.0.0"]] },
  "is-number": {
    exports: one(["anything"], "boolean"),
    versions: [["3.0.0"], ["5.0.0"], ["6.0.0"], ["7.0.0"]],
  },
  "is-odd": { exports: one(["count"], "boolean"), versions: [["1.0.0"], ["3.0.1"]] },
  "is-plain-obj": {
    exports: one(["anything"], "boolean"),
    versions: [["1.1.0"], ["2.1.0"], ["3.0.0"], ["4.1.0", "esm"]],
  },
  "is-plain-object": {
    exports: one(["anything"], "boolean"),
    versions: [["2.0.4"], ["4.1.1"], ["5.0.0", "cjs", "namespace", "isPlainObject"]],
  },
  isarray: { exports: one(["anything"], "boolean"), versions: [["0.0.1"], ["2.0.5"]] },
  "left-pad": { exports: one(["texty", "length", "fill"], "text"), versions: [["1.1.0"], ["1.3.0"]] },
  "lodash.get": { exports: one(["object", "key", "anything"], "anything"), versions: [["4.4.2"]] },
  "lodash.isempty": { exports: one(["anything"], "boolean"), versions: [["4.4.0"]] },
  "lodash.uniq": { exports: one(["list"], "list"), versions: [["4.5.0"]] },
  "object-assign": { exports: one(["object", "object"], "object", { rest: true }), versions: [["2.0.0"], ["4.1.1"]] },
  "object.entries": { exports: one(["object"], "list"), versions: [["1.1.9"]] },
  "string.prototype.padstart": { exports: one(["text", "length", "fill"], "text"), versions: [["3.1.7"]] },
  xtend: { exports: one(["object", "object"], "object", { rest: true }), versions: [["4.0.2"]] },
};

const toys: readonly Package[] = [
  toy("pad", "1.0.0", "default", one(["texty", "length", "fill"], "text")),
  toy("merge-all", "2.1.0", "default", one(["object", "object"], "object", { rest: true })),
  toy("kit", "1.5.0", "namespace", [
    { name: "twice", parameters: ["number"], gives: "number" },
    { name: "shout", parameters: ["texty"], gives: "text" },
    { name: "odd", parameters: ["number"], gives: "boolean" },
    { name: "keep", parameters: ["list", "test"], gives: "list" },
  ]),
  toy("where", "3.0.0", "default", one(["path", "path"], "text", { rest: true })),
  toy("wipe", "2.0.0", "default", [
    { name: "default", parameters: ["texty"], gives: "text" },
    { name: "all", parameters: ["list"], gives: "list" },
  ]),
];

function toy(name: string, version: string, require: Package["require"], exports: readonly Export[]): Package {
  return { name, original: undefined, version, format: "cjs", require, exports };
}

/** Every package in every version. */
export const packages: readonly Package[] = [
  ...Object.entries(shapes).flatMap(([name, shape]) =>
    shape.versions.map(([version, format, require, named]): Package => ({
      name,
      original: `${name}-${version}`,
      version,
      format: format ?? "cjs",
      require: require ?? "default",
      exports: shape.exports.map((each) => ({ ...each, name: named ?? each.name })),
    })),
  ),
  ...toys,
];
