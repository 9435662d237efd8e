/** What arguments a recipe's function is made for, read from the types of its parameters. */
import { ts } from "../../src/typescript.ts";
import type { ArgumentKind, Export } from "./packages.ts";

/** The refinements of src/refinements.ts, which to the compiler are their base types. */
const refinements: Readonly<Record<string, ArgumentKind>> = {
  SingleCharacter: "fill",
  NonEmpty: "text",
  PlainPath: "path",
  SimpleGlob: { exactly: ['"*"', '"./*.json"', '"**/*.js"', '"src/**/*.ts"'] },
  Glob: { exactly: ['"*.{js,ts}"', '"packages/*/package.json"', '"src/**/index.js"', '"src/**"'] },
  BareGlob: { exactly: ['"**/node_modules/**"', '"*.d.ts"', '"dist"'] },
  NegativeGlob: { exactly: ['"!**/node_modules/**"', '"!**/*.test.js"', '"!dist"'] },
  InnerPath: "path",
  RootGlob: { exactly: ['"*.js"', '"**/*.log"'] },
  FolderGlob: { exactly: ['"dist/*"', '"dist/**"', '"./dist/**/*.js"', '"dist/"'] },
  NormalPath: "path",
  EntryPath: "path",
  PlainEntryPath: "path",
  Count: "count",
  DottedPath: "key",
  FileName: { exactly: ['"a.png"', '"b c.txt"'] },
  MediaType: { exactly: ['"image/png"', '"text/plain"'] },
  PropertyName: "key",
  ErrorCallback: "test",
  Arrow: "test",
  PropertyKey: "key",
};

/** Classes of the language, by the expressions that make one. */
const classes: Readonly<Record<string, readonly string[]>> = {
  RegExp: ["/a/", "/[a-z]+/gi", 'new RegExp("b")', "/(?:)/"],
  Date: ["new Date(0)", "new Date(NaN)", "new Date(86400000)"],
  Map: ["new Map()", 'new Map([["a", 1]])'],
  Set: ["new Set()", "new Set([1, 2])"],
  WeakMap: ["new WeakMap()"],
  WeakSet: ["new WeakSet()"],
  Promise: ["Promise.resolve(1)", "Promise.resolve()"],
  Error: ['new Error("e")', 'new RangeError("r")'],
  URL: ['new URL("http://x/?a#b")', 'new URL("file:///a")'],
  // What a Buffer is made from lies anywhere in a pool; what is allocated does not.
  Uint8Array: ["new Uint8Array([1, 0, 255])", "new Uint8Array()"],
  Buffer: ["Buffer.alloc(2, 1)", "Buffer.alloc(0)"],
  ArrayBuffer: ["new ArrayBuffer(3)"],
};

const deepest = 3;

/** The kind of argument that fits a type; `written` is the type as the recipe writes it. */
export function kindOf(
  checker: ts.TypeChecker,
  type: ts.Type,
  written: ts.TypeNode | undefined,
  depth = 0,
): ArgumentKind {
  if (written !== undefined) {
    if (ts.isUnionTypeNode(written))
      return union(written.types.map((each) => kindOf(checker, checker.getTypeFromTypeNode(each), each, depth)));
    const named = ts.isTypeReferenceNode(written) ? refinements[written.typeName.getText()] : undefined;
    if (named !== undefined) return named;
  }
  const of = (inner: ts.Type): ArgumentKind =>
    depth > deepest ? "anything" : kindOf(checker, inner, undefined, depth + 1);
  if (has(type, ts.TypeFlags.TypeParameter)) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined ? "anything" : of(constraint);
  }
  if (type.isStringLiteral()) return { exactly: [JSON.stringify(type.value)] };
  if (type.isNumberLiteral()) return { exactly: [String(type.value)] };
  if (has(type, ts.TypeFlags.BooleanLike)) return "flag";
  if (type.isUnion()) return union(type.types.map(of));
  if (has(type, ts.TypeFlags.StringLike)) return "text";
  if (has(type, ts.TypeFlags.NumberLike)) return "number";
  if (has(type, ts.TypeFlags.BigIntLike)) return { exactly: ["0n", "-7n", "2n ** 70n"] };
  if (has(type, ts.TypeFlags.ESSymbolLike)) return { exactly: ["Symbol.iterator", 'Symbol("s")'] };
  if (has(type, ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { exactly: ["undefined"] };
  if (has(type, ts.TypeFlags.Null)) return { exactly: ["null"] };
  if (!has(type, ts.TypeFlags.Object)) return "anything";
  const name = type.symbol?.name ?? "";
  if (Object.hasOwn(classes, name)) return { exactly: classes[name] ?? [] };
  if (checker.isTupleType(type)) return { tuple: checker.getTypeArguments(type as ts.TypeReference).map(of) };
  if (checker.isArrayType(type)) {
    const element = checker.getTypeArguments(type as ts.TypeReference)[0];
    return { listOf: element === undefined ? "anything" : of(element) };
  }
  if (name === "ArrayLike" || name === "Iterable") return { oneOf: ["list", "list", "text"] };
  const [signature] = type.getCallSignatures();
  if (signature !== undefined)
    return { callback: of(signature.getReturnType()), parameters: signature.getParameters().length };
  const members = type.getProperties();
  if (members.length === 0 || members.length > 12) return "object";
  return {
    members: members.map((member) => {
      const { valueDeclaration: at } = member;
      const isOptional = has(member, ts.SymbolFlags.Optional);
      return {
        name: member.name,
        kind: at === undefined ? "anything" : of(checker.getTypeOfSymbol(member)),
        isOptional,
      };
    }),
  };
}

/** What a call gives, as far as it matters for nesting it in another. */
export function givenBy(checker: ts.TypeChecker, type: ts.Type): Export["gives"] {
  if (has(type, ts.TypeFlags.StringLike)) return "text";
  if (has(type, ts.TypeFlags.NumberLike)) return "number";
  if (has(type, ts.TypeFlags.BooleanLike)) return "boolean";
  if (checker.isArrayType(type) || checker.isTupleType(type)) return "list";
  if (has(type, ts.TypeFlags.Object) && type.getCallSignatures().length === 0) return "object";
  return "anything";
}

/** Any of them: each once, and "anything" where one is. */
export function union(kinds: readonly ArgumentKind[]): ArgumentKind {
  const all = [...new Map(kinds.map((kind) => [JSON.stringify(kind), kind])).values()];
  return all.length === 1 ? all[0]! : { oneOf: all };
}

function has({ flags }: { readonly flags: number }, wanted: number): boolean {
  return (flags & wanted) !== 0;
}
