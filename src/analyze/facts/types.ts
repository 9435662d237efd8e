/** What a type of the checker says of a value, as a fact. */
import { ts } from "../../typescript.ts";
import { anything, either, type Fact, type Kind, ofArray, ofKind, ofLiteral } from "./fact.ts";

const classes = new Set(["RegExp", "Date", "Map", "Set", "WeakMap", "WeakSet", "Promise", "Error", "URL", "Buffer"]);

/** What the method `value` of a wrapper gives. */
export function heldBy(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): ts.Type | undefined {
  const value = type.isUnion() ? undefined : type.getProperty("value");
  const signatures = value === undefined ? [] : checker.getTypeOfSymbolAtLocation(value, at).getCallSignatures();
  return signatures.length === 1 ? signatures[0]?.getReturnType() : undefined;
}

/** The fact of a type. Structural types are kept wide: an object type may be met by a function or an array. */
export function factOfType(checker: ts.TypeChecker, type: ts.Type): Fact {
  const flags = type.flags;
  // A function typed to give void may give anything.
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.Void)) return anything;
  if (type.isUnion()) return either(type.types.map((member) => factOfType(checker, member)));
  if (
    flags &
    (ts.TypeFlags.TypeParameter | ts.TypeFlags.Index | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)
  ) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || constraint === type ? anything : factOfType(checker, constraint);
  }
  const primitive = primitiveFact(type);
  if (primitive !== undefined) return primitive;
  if (type.isIntersection()) {
    // A branded primitive is that primitive.
    const parts = type.types.map((part) => primitiveFact(part)).filter((part) => part !== undefined);
    return parts[0] ?? structural(checker, type);
  }
  if (checker.isArrayType(type) || checker.isTupleType(type)) {
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    return ofArray(element === undefined ? anything : factOfType(checker, element));
  }
  if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) return ofKind("function");
  const symbol = type.getSymbol();
  if (symbol !== undefined && classes.has(symbol.name) && isFromLibrary(symbol))
    return { kinds: new Set(["object"]), class: symbol.name };
  return structural(checker, type);
}

function primitiveFact(type: ts.Type): Fact | undefined {
  if (type.isStringLiteral() || type.isNumberLiteral())
    return type.flags & ts.TypeFlags.EnumLiteral
      ? ofKind(type.isStringLiteral() ? "string" : "number")
      : ofLiteral(type.value);
  const flags = type.flags;
  if (flags & ts.TypeFlags.StringLike) return ofKind("string");
  if (flags & ts.TypeFlags.NumberLike) return ofKind("number");
  if (flags & ts.TypeFlags.BigIntLike) return ofKind("bigint");
  if (flags & ts.TypeFlags.BooleanLike) return ofKind("boolean");
  if (flags & ts.TypeFlags.ESSymbolLike) return ofKind("symbol");
  if (flags & ts.TypeFlags.Null) return ofLiteral(null);
  if (flags & ts.TypeFlags.Undefined) return ofKind("undefined");
  return undefined;
}

/** Objects of a structural type, and the primitives that TypeScript lets pass as one (`{ length: number }`). */
function structural(checker: ts.TypeChecker, type: ts.Type): Fact {
  const kinds: Kind[] = ["object", "array", "function"];
  const primitives: readonly [Kind, ts.Type][] = [
    ["string", checker.getStringType()],
    ["number", checker.getNumberType()],
    ["boolean", checker.getBooleanType()],
    ["bigint", checker.getBigIntType()],
    ["symbol", checker.getESSymbolType()],
  ];
  for (const [kind, primitive] of primitives) if (checker.isTypeAssignableTo(primitive, type)) kinds.push(kind);
  return ofKind(...kinds);
}

function isFromLibrary(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some((declaration) => {
    const file = declaration.getSourceFile().fileName;
    return file.startsWith("/@typescript/lib/") || file.includes("/node_modules/@types/node/");
  });
}
