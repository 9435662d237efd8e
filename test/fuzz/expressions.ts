/** Arguments of every kind, as source: literals, names, calls that leave a trace, and everything between. */
import type { ArgumentKind, Export } from "./packages.ts";
import type { Random } from "./random.ts";

/** Where an expression stands. */
export interface Place {
  readonly random: Random;
  readonly typescript: boolean;
  readonly awaits: boolean;
  readonly yields: boolean;
  /** In a function with a `this` and `arguments` of its own. */
  readonly method: boolean;
  readonly depth: number;
  /** In a file where `<` opens an element. */
  readonly jsx: boolean;
  /** Expressions that are exports of packages, to nest calls of them. */
  readonly callees: readonly Callee[];
}

export interface Callee {
  readonly text: string;
  readonly export: Export;
}

/** What every program declares first: names of each kind, and functions and getters that leave a trace. */
export function preamble(typescript: boolean): readonly string[] {
  const typed = (name: string, type: string): string => (typescript ? `${name}: ${type}` : name);
  return [
    `function step${typescript ? "<T>" : ""}(${typed("name", "string")}, ${typed("value", "T")})${typescript ? ": T" : ""} {\n  console.log("step", name);\n  return value;\n}`,
    `const watched = {\n  get text() {\n    console.log("get text");\n    return "w";\n  },\n  get count() {\n    console.log("get count");\n    return 3;\n  },\n  get list() {\n    console.log("get list");\n    return [2, 1, 2];\n  },\n  inner: { object: { a: 1, b: { c: [7] } } },\n};`,
    `const word = "ab";`,
    `let ${typed("label", "string")} = "x-y";`,
    `var ${typed("size", "number")} = 6;`,
    `let counter = 0;`,
    `const items = [3, 1, 3, "b"];`,
    `const record = { a: 1, b: { c: 2 }, "d-e": "z" };`,
    `let ${typed("loose", "any")} = 5;`,
    ...(typescript
      ? [
          `const maybe: string | undefined = step("maybe", ["m"][0]);`,
          `const vague: unknown = "v";`,
          `const names: readonly string[] = ["n", "o", "n"];`,
          `const mixed: string | number = step<string | number>("mixed", 12);`,
          `const settings: { readonly depth?: number; readonly tag: string } = { tag: "t" };`,
        ]
      : []),
  ];
}

/** An expression of that kind, fit to stand as one argument. */
export function argument(place: Place, kind: ArgumentKind): string {
  const { random, depth } = place;
  if (typeof kind === "object" && "oneOf" in kind) return argument(place, random.pick(kind.oneOf));
  if (depth > 2 || random.chance(0.45)) return leaf(place, kind);
  const deeper: Place = { ...place, depth: depth + 1 };
  const of = (inner: ArgumentKind): string => argument(deeper, inner);
  const same = (): string => of(kind);
  const apart = (): string => argument(within(deeper), kind);
  return random.weighted<() => string>([
    [4, () => `step("${random.next()}", ${same()})`],
    [2, () => `${simple(deeper)} ? ${same()} : ${same()}`],
    [1.5, () => `${grouped(same())} ${random.pick(["||", "&&"])} ${grouped(same())}`],
    [1, () => `${grouped(same())} ?? ${grouped(same())}`],
    [1, () => `(counter++, ${same()})`],
    [1, () => `(${same()})`],
    [1, () => `loose = ${same()}`],
    [0.7, () => `[${same()}][0]${place.typescript ? "!" : ""}`],
    [0.7, () => `{ in: ${same()} }.in`.replace(/^(.*)$/s, "($1)")],
    [0.7, () => `(() => ${arrowBody(apart())})()`],
    [0.4, () => `(function () {\n  return ${apart()};\n})()`],
    [place.awaits ? 2 : 0, () => `await ${grouped(same())}`],
    [place.yields ? 2 : 0, () => `(yield ${same()})`],
    [place.method ? 1 : 0, () => "arguments[0]"],
    [place.method ? 1 : 0, () => random.pick(["this.text", "this.count", "this"])],
    [place.typescript ? 1 : 0, () => `${grouped(same())} as any`],
    [place.typescript ? 0.5 : 0, () => `${grouped(same())}!`],
    [nestable(place, kind).length > 0 ? 5 : 0, () => nested(deeper, kind)],
    [3, () => combined(deeper, kind)],
  ])();
}

/** The same place inside a function of its own. */
export function within(place: Place): Place {
  return { ...place, awaits: false, yields: false, method: false };
}

function nestable({ callees }: Place, kind: ArgumentKind): readonly Callee[] {
  if (typeof kind === "object")
    return "listOf" in kind ? callees.filter((callee) => callee.export.gives === "list") : [];
  const wanted = kindsThatGive[kind];
  return callees.filter((callee) => wanted === undefined || wanted.includes(callee.export.gives));
}

const kindsThatGive: Readonly<Record<string, readonly Export["gives"][]>> = {
  flag: ["boolean"],
  text: ["text"],
  texty: ["text", "number", "boolean"],
  fill: ["text"],
  length: ["number"],
  count: ["number"],
  number: ["number"],
  list: ["list"],
  nested: ["list"],
  object: ["object", "list"],
  key: [],
  path: ["text"],
  test: [],
};

function nested(place: Place, kind: ArgumentKind): string {
  const callee = place.random.pick(nestable(place, kind));
  return callText(callee.text, args(place, callee.export), callee.export);
}

/** The arguments of a call: as many as there are parameters, and now and then fewer or more. */
export function args(place: Place, { parameters, rest }: Export): readonly string[] {
  const { random } = place;
  const last = parameters[parameters.length - 1];
  const kinds = [...parameters];
  while (kinds.length > 1 && random.chance(0.25)) kinds.pop();
  if (last !== undefined) while (rest === true && random.chance(0.3)) kinds.push(last);
  if (random.chance(0.06)) kinds.pop();
  if (random.chance(0.06)) kinds.push("anything");
  return kinds.map((kind) => {
    // Now and then something else than what is meant.
    const other = kind !== "length" && random.chance(0.07) ? random.pick(otherKinds) : kind;
    return argument(place, other);
  });
}

const otherKinds: readonly ArgumentKind[] = ["text", "count", "list", "object", "anything"];

export function callText(callee: string, list: readonly string[], { isClass }: Export): string {
  const made = isClass === true ? `new ${/^\w+$/.test(callee) ? callee : `(${callee})`}` : callee;
  return `${made}(${list.join(", ")})`;
}

export function grouped(text: string): string {
  return /^(?:[\w$.]+|"[^"]*")$/.test(text) ? text : `(${text})`;
}

export function arrowBody(text: string): string {
  return text.startsWith("{") ? `(${text})` : text;
}

/** A condition. */
function simple({ random }: Place): string {
  return random.pick(["counter > 0", "size", "label", "!counter", "word === label", "loose == null", "true"]);
}

function leaf(place: Place, kind: ArgumentKind): string {
  const { random, typescript } = place;
  if (typeof kind === "object") return made(place, kind);
  const typed = (names: readonly string[]): readonly string[] => (typescript ? names : []);
  switch (kind) {
    case "text":
      return random.pick([
        ...['""', '"a"', "'b'", "`c`", '"a.b*c"', '"multi word "', '"\\u{1f600}"', "'it\\'s'", '"5"', "`l\nm`"],
        ...["word", "label", "watched.text", "typeof size", "String(size)", "`${word}-${counter++}`"],
        ...typed(["maybe", "vague", "names[0]", "names[9]", "settings.tag"]),
      ]);
    case "texty":
      return random.chance(0.6)
        ? leaf(place, "text")
        : random.pick([
            "1",
            "-0",
            "size",
            "true",
            "null",
            "12.5",
            "1e21",
            "undefined",
            "items",
            "loose",
            ...typed(["mixed", "maybe"]),
          ]);
    case "length":
      return random.pick([
        "0",
        "3",
        "5",
        "8",
        "-1",
        "size",
        "word.length",
        "size + 1",
        "counter++",
        '"4"',
        "watched.count",
        "+size",
      ]);
    case "fill":
      return random.pick([
        ...['"0"', '"-"', "'x'", '""', '"ab"', "0", "5", "undefined", "null", "word", "label", "watched.text", "false"],
        ...typed(["maybe", "names[1]"]),
      ]);
    case "count":
      return random.pick([
        "0",
        "1",
        "2",
        "7",
        "-3",
        "4",
        "size",
        "counter",
        "counter++",
        '"3"',
        "watched.count",
        "size - 1",
        "2 ** 3",
      ]);
    case "number":
      return random.pick([
        "0",
        "1",
        "-0",
        "NaN",
        "2.5",
        "-7",
        "size",
        "counter++",
        "word.length",
        "watched.count",
        "+size",
        "-size",
        "size / 4",
        ...typed(["loose"]),
      ]);
    case "flag":
      return random.pick(["true", "false", "!size", "size > 2", "loose == null", "counter++ > 0", '"a" in record']);
    case "list":
      return random.pick([
        ...["[]", "[1, 2, 1]", "items", "[...items, 3]", "watched.list", "items.slice(1)", "[NaN, NaN, -0, 0]", "[,1]"],
        ...['["b", "a"].concat(items)', "Array.from({ length: 2 })", "[word, label]", ...typed(["names"])],
      ]);
    case "nested":
      return random.pick(["[1, [2, [3, []]]]", "[items, [items]]", "[[]]", "watched.list", "[[1], 2]", "items"]);
    case "object":
      return random.pick([
        ...["{}", "{ a: 1 }", "record", "{ ...record, a: 2 }", "watched.inner.object", "{ [word]: size }", "{ label }"],
        ...["Object.create(null)", "{ a: undefined }", "items", ...typed(["settings"])],
      ]);
    case "key":
      return random.pick([
        '"a"',
        '"b.c"',
        '"d-e"',
        '"length"',
        '"missing"',
        "word",
        "label",
        '"toString"',
        "0",
        '"b"',
        '["b", "c"]',
      ]);
    case "path":
      return random.pick(['"a"', '"../b"', '"."', '"/r"', "word", "label", '"c//d"', '""']);
    case "test":
      return random.pick([
        "(item) => item > 1",
        "function (item) {\n  return typeof item === 'number';\n}",
        "Boolean",
        "(...all) => all.length === 1",
        "(item) => item !== size",
      ]);
    case "anything":
      return random.chance(0.5)
        ? leaf(place, random.pick(["text", "number", "list", "object", "key", "test"] as const))
        : random.pick([
            ...[
              "undefined",
              "null",
              "true",
              "false",
              "0n",
              "/re/g",
              "new Date(0)",
              "Symbol.iterator",
              "new Map([[1, 2]])",
            ],
            ...["new Set()", "class {}", "async () => {}", "new Number(4)", "new (class A {})()", "-1", "0", "NaN"],
            ...typed(["maybe", "vague", "loose", "mixed", "names"]),
          ]);
  }
}

/** A value of a kind that has parts. */
function made(place: Place, kind: Exclude<ArgumentKind, string>): string {
  const { random } = place;
  const deeper: Place = { ...place, depth: place.depth + 1 };
  const of = (inner: ArgumentKind): string => argument(deeper, inner);
  if ("oneOf" in kind) return of(random.pick(kind.oneOf));
  if ("exactly" in kind) return random.pick(kind.exactly);
  if ("tuple" in kind) return `[${kind.tuple.map(of).join(", ")}]`;
  if ("listOf" in kind) {
    if (kind.listOf === "anything" || random.chance(0.2)) return leaf(place, random.chance(0.8) ? "list" : "nested");
    return `[${Array.from({ length: random.below(4) }, () => of(kind.listOf)).join(", ")}]`;
  }
  if ("members" in kind) {
    const members = kind.members.filter(({ isOptional }) => !isOptional || random.chance(0.6));
    return `{ ${members.map(({ name, kind: inner }) => `${keyText(name)}: ${of(inner)}`).join(", ")} }`;
  }
  // What a callback answers is made of what it is given, or of nothing else than literals and names.
  const names = ["a", "b", "c", "d"].slice(0, Math.min(4, kind.parameters));
  const inner: Place = { ...within(deeper), depth: 3 };
  const answer =
    names.length > 0 && random.chance(0.5)
      ? random.pick([...names, "a === 1", "typeof a", "[a]", "a && a.a", "`${a}`", "a > 1", "String(a)"])
      : arrowBody(argument(inner, kind.callback));
  return random.weighted<() => string>([
    [4, () => `(${names.join(", ")}) => ${answer}`],
    [1, () => `(...all) => (console.log("called", all.length), ${answer.replace(/\ba\b/g, "all[0]")})`],
    [1, () => `function (${names.join(", ")}) {\n  console.log("this", this === undefined);\n  return ${answer};\n}`],
    [0.5, () => random.pick(["Boolean", "String", "Number", "Array.isArray", "Object"])],
  ])();
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function combined(place: Place, kind: ArgumentKind): string {
  const of = (inner: ArgumentKind): string => argument(place, inner);
  const { random } = place;
  switch (kind) {
    case "text":
    case "texty":
    case "fill":
    case "path":
      return random.pick([
        () => `${grouped(of("text"))} + ${grouped(of("texty"))}`,
        () => `\`\${${of("texty")}}!\``,
        () => `String(${of("texty")})`,
        () => `${grouped(of("list"))}.join("")`,
        () => `label = ${of("text")}`,
        () => `label += ${of("text")}`,
      ])();
    case "length":
      return random.pick([() => "size++", () => "--size", () => "~~size", () => "size > 2 ? 4 : 9"])();
    case "count":
    case "number":
      return random.pick([
        () => `${grouped(of("count"))} + 1`,
        () => "size *= 2",
        () => `-${grouped(of("count"))}`,
        () => `${grouped(of("list"))}.length`,
      ])();
    case "flag":
      return random.pick([() => `!${grouped(of("anything"))}`, () => `${grouped(of("count"))} > 1`])();
    case "list":
    case "nested":
      return random.pick([
        () => `[${of("anything")}, ${of("anything")}]`,
        () => `[...${grouped(of("list"))}, ${of("anything")}]`,
        () => `${grouped(of("list"))}.concat(${of("list")})`,
      ])();
    case "object":
      return random.pick([
        () => `{ x: ${of("anything")}, ...${grouped(of("object"))} }`,
        () => `{ [${of("text")}]: ${of("anything")} }`,
        () => `{ m() {\n  return ${argument(within(place), "anything")};\n} }`,
      ])();
    default:
      return leaf(place, kind);
  }
}
