import fc from "fast-check";
import { ts } from "../../../src/typescript.ts";
import { anything, arraysOf, bufferOf, objects, recordsOf } from "./hostile.ts";
import { bigints, booleans, nothing, nulls, numbers, strings, symbols } from "./primitives.ts";
import { type Sample, type Samples, among, sample, shared } from "./sample.ts";
import { statementsNear } from "./source.ts";

const KEYWORDS: Partial<Record<ts.SyntaxKind, Samples>> = {
  [ts.SyntaxKind.UnknownKeyword]: anything,
  [ts.SyntaxKind.AnyKeyword]: anything,
  [ts.SyntaxKind.StringKeyword]: strings,
  [ts.SyntaxKind.NumberKeyword]: numbers,
  [ts.SyntaxKind.BooleanKeyword]: booleans,
  [ts.SyntaxKind.BigIntKeyword]: bigints,
  [ts.SyntaxKind.SymbolKeyword]: symbols,
  [ts.SyntaxKind.UndefinedKeyword]: nothing,
  [ts.SyntaxKind.VoidKeyword]: nothing,
  [ts.SyntaxKind.ObjectKeyword]: objects,
};

const identifier = fc.constantFrom("a", "b", "c", "length", "constructor", "x1", "_", "$");

/** The refinements of src/refinements.ts, then the classes and aliases a recipe may use as the type of a parameter. */
const NAMED: Readonly<Record<string, Samples>> = {
  SingleCharacter: shared(
    fc
      .oneof(fc.integer({ min: 32, max: 126 }), fc.integer({ min: 0, max: 0xff_ff }))
      .map((unit) => String.fromCharCode(unit)),
  ),
  NonEmpty: strings.filter((each) => each.make({ calls: [] }) !== ""),
  PlainPath: shared(fc.constantFrom("a", "a/b", "./a", "a/b/c.txt", "../a", "a b", "é/ü")),
  SimpleGlob: shared(fc.constantFrom("*", "*.js", "a/*", "./a/*.js", "**/*", "a/**/*.test.js", "**/**.js")),
  Glob: shared(fc.constantFrom("a", "*.{a,js}", "*/a", "a/**", "**/a.js", "{a,lib}/*", "./a/**/*.js")),
  BareGlob: shared(fc.constantFrom("a/**", "**/a.js", "{a,lib}/*", "b")),
  NegativeGlob: shared(fc.constantFrom("!a/**", "!**/a.js", "!b")),
  NormalPath: shared(fc.constantFrom("a", "a/b/", "./a", "../a", ".", "a b", "é/ü")),
  EntryPath: shared(fc.constantFrom("a", "a/b", "./a", "../a", "a b", "é/ü", "[a]")),
  PlainEntryPath: shared(fc.constantFrom("a", "a/b", "./a", "../a", "a b", "é/ü")),
  Count: shared(fc.oneof(fc.nat({ max: 40 }), fc.constantFrom(0, 1, 255, 1000))),
  DottedPath: shared(fc.array(identifier, { minLength: 1, maxLength: 4 }).map((each) => each.join("."))),
  PropertyName: shared(fc.constantFrom("a", "b", "length", "constructor", "__proto__", "0", "_", "x1", "toString")),
  FileName: shared(fc.constantFrom("a.png", "a b.txt", "\u00e9", "a.tar.gz", ".a", "100%.csv", "it's; (1)")),
  MediaType: shared(fc.constantFrom("image/png", "application/vnd.api+json", "x/y")),
  Present: anything.filter((each) => each.make({ calls: [] }) !== undefined),
  Procedure: among([
    "(...args) => {}",
    ({ calls }) =>
      (...args: readonly unknown[]) => {
        calls.push(args);
      },
  ]),
  Arrow: among([
    "(...args) => args.length",
    ({ calls }) =>
      (...args: readonly unknown[]) => {
        calls.push(args);
        return args.length;
      },
  ]),
  PropertyKey: fc.oneof(strings, numbers, symbols),
  RegExp: among(["/a/", () => /a/], ["/(?:)/gimsuy", () => /(?:)/gimsuy], ["/\\d+/g", () => /\d+/g]),
  Date: among(["new Date(0)", () => new Date(0)], ["new Date(NaN)", () => new Date(Number.NaN)]),
  Map: among(["new Map()", () => new Map()], ["new Map([[1, NaN]])", () => new Map([[1, Number.NaN]])]),
  Set: among(["new Set()", () => new Set()], ["new Set(['a', 1])", () => new Set(["a", 1])]),
  WeakMap: among(["new WeakMap()", () => new WeakMap()]),
  WeakSet: among(["new WeakSet()", () => new WeakSet()]),
  Promise: among(["Promise.resolve(1)", () => Promise.resolve(1)], ["Promise.resolve()", () => Promise.resolve()]),
  Error: among(["new Error('e')", () => new Error("e")], ["new RangeError()", () => new RangeError()]),
  URL: among(
    ["new URL('file:///a%20b')", () => new URL("file:///a%20b")],
    ["new URL('http://x/?a#b')", () => new URL("http://x/?a#b")],
  ),
  Buffer: among(["Buffer.from('hi')", () => bufferOf("hi")], ["Buffer.alloc(0)", () => Buffer.alloc(0)]),
  Uint8Array: among(
    ["new Uint8Array([1, 0, 255])", () => new Uint8Array([1, 0, 255])],
    ["Buffer.from('é')", () => bufferOf("é")],
  ),
  DataView: among(["new DataView(new ArrayBuffer(3), 1)", () => new DataView(new ArrayBuffer(3), 1)]),
  ArrayBuffer: among(["new ArrayBuffer(3)", () => new ArrayBuffer(3)]),
  Function: among(
    ["() => 1", () => () => 1],
    ["function f(a) {}", () => function f(_a: unknown) {}],
    ["class {}", () => class {}],
  ),
};

/** Type parameters in force, by name: each stands for its constraint, or for anything. */
export type TypeParameters = ReadonlyMap<string, ts.TypeNode | undefined>;

/** The inputs a parameter's type accepts. Throws for a type that cannot be a precondition. */
export function samplesOf(type: ts.TypeNode | undefined, generics: TypeParameters): Samples {
  if (type === undefined) return anything;
  const keyword = KEYWORDS[type.kind];
  if (keyword !== undefined) return keyword;
  if (ts.isParenthesizedTypeNode(type)) return samplesOf(type.type, generics);
  if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword)
    return samplesOf(type.type, generics);
  if (ts.isArrayTypeNode(type)) return arraysOf(samplesOf(type.elementType, generics));
  if (ts.isTupleTypeNode(type)) return tuplesOf(type, generics);
  if (ts.isUnionTypeNode(type)) return fc.oneof(...type.types.map((each) => samplesOf(each, generics)));
  if (ts.isLiteralTypeNode(type)) return literalOf(type.literal);
  if (ts.isFunctionTypeNode(type)) return functionsOf(samplesOf(type.type, generics));
  if (ts.isTypeLiteralNode(type)) return literalsOf(type.members, generics);
  if (ts.isTypePredicateNode(type)) return booleans;
  if (ts.isTypeReferenceNode(type)) return namedOf(type, generics);
  throw new Error(`no inputs are known for the type ${type.getText()}`);
}

function namedOf(type: ts.TypeReferenceNode, generics: TypeParameters): Samples {
  const name = type.typeName.getText();
  if (generics.has(name)) return samplesOf(generics.get(name), withoutName(generics, name));
  const [first, second] = type.typeArguments ?? [];
  if (name === "Readonly") return samplesOf(first, generics);
  if (name === "Array" || name === "ReadonlyArray") return arraysOf(samplesOf(first, generics));
  if (name === "ArrayLike" || name === "Iterable") return fc.oneof(arraysOf(samplesOf(first, generics)), strings);
  if (name === "Readonly" && first !== undefined) return samplesOf(first, generics);
  if (name === "Record" && second !== undefined) return recordsOf(samplesOf(second, generics));
  const known = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  return known ?? declaredOf(type, name, generics);
}

/** A type constrained by itself (`T extends readonly T[]`) ends in anything. */
function withoutName(generics: TypeParameters, name: string): TypeParameters {
  return new Map(generics).set(name, undefined);
}

function declaredOf(type: ts.TypeReferenceNode, name: string, generics: TypeParameters): Samples {
  for (const statement of statementsNear(type.getSourceFile())) {
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text === name) {
      return recursive(name, () => samplesOf(statement.type, merged(generics, statement, type)));
    }
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === name) {
      return recursive(name, () => literalsOf(statement.members, merged(generics, statement, type)));
    }
  }
  throw new Error(`no inputs are known for the type ${type.getText()}`);
}

const depths = new Map<string, number>();

/** Unfolds a type that mentions itself three times; below that it stands for an empty array. */
function recursive(name: string, samples: () => Samples): Samples {
  const depth = depths.get(name) ?? 0;
  if (depth >= 3) return among(["[]", () => []]);
  depths.set(name, depth + 1);
  try {
    return samples();
  } finally {
    depths.set(name, depth);
  }
}

function merged(
  generics: TypeParameters,
  declared: ts.TypeAliasDeclaration | ts.InterfaceDeclaration,
  used: ts.TypeReferenceNode,
): TypeParameters {
  const all = new Map(generics);
  declared.typeParameters?.forEach((each, index) => all.set(each.name.text, used.typeArguments?.[index]));
  return all;
}

function literalOf(literal: ts.LiteralTypeNode["literal"]): Samples {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return nulls;
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return shared(fc.constant(true));
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return shared(fc.constant(false));
  if (ts.isStringLiteral(literal)) return shared(fc.constant(literal.text));
  return shared(fc.constant(Number(literal.getText())));
}

function tuplesOf(type: ts.TupleTypeNode, generics: TypeParameters): Samples {
  const elements = type.elements.map((each) => samplesOf(ts.isNamedTupleMember(each) ? each.type : each, generics));
  return fc
    .tuple(...elements)
    .map((values) =>
      sample(`[${values.map((each) => each.text).join(", ")}]`, (world) => values.map((each) => each.make(world))),
    );
}

function functionsOf(result: Samples): Samples {
  return result.map((each) =>
    sample(`() => ${each.text}`, (world) => (...args: readonly unknown[]) => {
      world.calls.push(args);
      return each.make(world);
    }),
  );
}

/** Object literals as a call writes them: the declared properties only, an optional one also absent or undefined. */
function literalsOf(members: ts.NodeArray<ts.TypeElement>, generics: TypeParameters): Samples {
  const properties = members.map((member) => {
    if (!ts.isPropertySignature(member)) throw new Error(`no inputs are known for the member ${member.getText()}`);
    const values = samplesOf(member.type, generics).map((each): Sample | undefined => each);
    const present = member.questionToken === undefined ? values : fc.oneof(values, nothing, fc.constant(undefined));
    return present.map((value) => ({ name: propertyName(member.name), value }));
  });
  return fc.tuple(...properties).map((all) => {
    const written = all.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
    const text = written.map(({ name, value }) => `${name}: ${value.text}`).join(", ");
    return sample(`{ ${text} }`, (world) =>
      Object.fromEntries(written.map(({ name, value }) => [name, value.make(world)])),
    );
  });
}

function propertyName(name: ts.PropertyName): string {
  return ts.isStringLiteral(name) ? name.text : name.getText();
}
