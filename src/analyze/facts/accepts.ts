/** Whether a parameter's type accepts everything a fact allows: the precondition of a rewrite. */
import { ts } from "../../typescript.ts";
import type { RecipeModule } from "../../catalog/catalog.ts";
import { findDeclaration } from "../../catalog/module.ts";
import { type Fact, isOnly, type Kind, split } from "./fact.ts";
import { refines } from "./refinements.ts";

/** Names a parameter's type may use: type parameters in scope, and the aliases of the recipe's file. */
export interface TypeNames {
  readonly module: RecipeModule;
  /** Constraints by the name of the type parameter; undefined for an unconstrained one. */
  readonly parameters: ReadonlyMap<string, ts.TypeNode | undefined>;
}

const classes = new Set([
  "RegExp",
  "Date",
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
  "Promise",
  "Error",
  "URL",
  "Buffer",
  "Uint8Array",
  "ArrayBuffer",
  "AbortSignal",
  "FormData",
]);

/** True when every value the fact allows belongs to the type. A type it does not understand accepts nothing. */
export function accepts(type: ts.TypeNode | undefined, fact: Fact, names: TypeNames): boolean {
  if (type === undefined || isUnknown(type, names)) return true;
  if (fact.kinds.size === 0) return false;
  if (fact.kinds.size > 1) return split(fact).every((one) => accepts(type, one, names));
  if (ts.isParenthesizedTypeNode(type)) return accepts(type.type, fact, names);
  if (ts.isUnionTypeNode(type)) return type.types.some((member) => accepts(member, fact, names));
  if (ts.isIntersectionTypeNode(type)) return type.types.every((member) => accepts(member, fact, names));
  if (ts.isLiteralTypeNode(type)) return acceptsLiteral(type, fact);
  if (ts.isArrayTypeNode(type)) return acceptsArray(type.elementType, fact, names);
  if (ts.isTypeOperatorNode(type)) return accepts(type.type, fact, names);
  if (ts.isFunctionTypeNode(type) || ts.isConstructorTypeNode(type)) return isOnly(fact, "function");
  if (ts.isTypeLiteralNode(type)) return acceptsObject(type.members, fact, names);
  if (ts.isTypeReferenceNode(type)) return acceptsReference(type, fact, names);
  const kinds = keywordKinds(type);
  return kinds !== undefined && isOnly(fact, ...kinds);
}

/** True for a type that takes any value at all: `unknown`, `any`, an unconstrained type parameter. */
export function isUnknown(type: ts.TypeNode, names: TypeNames): boolean {
  if (type.kind === ts.SyntaxKind.UnknownKeyword || type.kind === ts.SyntaxKind.AnyKeyword) return true;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  if (!names.parameters.has(type.typeName.text)) return false;
  const constraint = names.parameters.get(type.typeName.text);
  return constraint === undefined || isUnknown(constraint, names);
}

/** The type of each argument that a rest parameter of that type takes. */
export function restElement(type: ts.TypeNode | undefined, names: TypeNames): ts.TypeNode | undefined {
  if (type === undefined) return undefined;
  if (ts.isArrayTypeNode(type)) return type.elementType;
  if (ts.isTypeOperatorNode(type)) return restElement(type.type, names);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return type;
  const constraint = names.parameters.get(type.typeName.text);
  return constraint === undefined ? type : restElement(constraint, names);
}

function keywordKinds(type: ts.TypeNode): readonly Kind[] | undefined {
  switch (type.kind) {
    case ts.SyntaxKind.StringKeyword:
      return ["string"];
    case ts.SyntaxKind.NumberKeyword:
      return ["number"];
    case ts.SyntaxKind.BooleanKeyword:
      return ["boolean"];
    case ts.SyntaxKind.BigIntKeyword:
      return ["bigint"];
    case ts.SyntaxKind.SymbolKeyword:
      return ["symbol"];
    case ts.SyntaxKind.UndefinedKeyword:
    case ts.SyntaxKind.VoidKeyword:
      return ["undefined"];
    case ts.SyntaxKind.ObjectKeyword:
      return ["object", "array", "function"];
    default:
      return undefined;
  }
}

function acceptsLiteral(type: ts.LiteralTypeNode, fact: Fact): boolean {
  const literal = type.literal;
  if (literal.kind === ts.SyntaxKind.NullKeyword) return isOnly(fact, "null");
  if (fact.literal === undefined) return false;
  const value = fact.literal.value;
  if (literal.kind === ts.SyntaxKind.TrueKeyword) return value === true;
  if (literal.kind === ts.SyntaxKind.FalseKeyword) return value === false;
  if (ts.isStringLiteralLike(literal)) return value === literal.text;
  if (ts.isNumericLiteral(literal)) return Object.is(value, Number(literal.text));
  return false;
}

function acceptsArray(element: ts.TypeNode, fact: Fact, names: TypeNames): boolean {
  if (!isOnly(fact, "array")) return false;
  if (isUnknown(element, names)) return true;
  // Of a list, that nothing in it is undefined is asked for its holes alone.
  if (fact.isDense === true && isPresent(element, names)) return true;
  if (fact.items !== undefined) return fact.items.every((item) => accepts(element, item, names));
  return fact.elements !== undefined && accepts(element, fact.elements, names);
}

function isPresent(type: ts.TypeNode, names: TypeNames): boolean {
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return false;
  const constraint = names.parameters.get(type.typeName.text);
  return constraint === undefined ? type.typeName.text === "Present" : isPresent(constraint, names);
}

function acceptsObject(members: readonly ts.TypeElement[], fact: Fact, names: TypeNames): boolean {
  if (!isOnly(fact, "object") || fact.properties === undefined) return false;
  const declared = new Map<string, ts.PropertySignature>();
  for (const member of members) {
    if (!ts.isPropertySignature(member) || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)))
      return false;
    declared.set(member.name.text, member);
  }
  for (const [name, value] of fact.properties) {
    const member = declared.get(name);
    if (member === undefined) return false;
    const isAbsent = member.questionToken !== undefined && isOnly(value, "undefined");
    if (!isAbsent && !accepts(member.type, value, names)) return false;
  }
  return [...declared].every(([name, member]) => member.questionToken !== undefined || fact.properties?.has(name));
}

function acceptsReference(type: ts.TypeReferenceNode, fact: Fact, names: TypeNames): boolean {
  if (!ts.isIdentifier(type.typeName)) return false;
  const name = type.typeName.text;
  if (names.parameters.has(name)) {
    const constraint = names.parameters.get(name);
    return constraint === undefined || accepts(constraint, fact, names);
  }
  const refined = refines(name, fact);
  if (refined !== undefined) return refined;
  const [argument] = type.typeArguments ?? [];
  if (name === "Array" || name === "ReadonlyArray")
    return argument === undefined ? isOnly(fact, "array") : acceptsArray(argument, fact, names);
  const [, held] = type.typeArguments ?? [];
  if (name === "Record" && held !== undefined && isUnknown(held, names))
    return isOnly(fact, "object", "array", "function");
  if (name === "Function") return isOnly(fact, "function");
  if (name === "Readonly" && argument !== undefined) return accepts(argument, fact, names);
  if (name === "PropertyKey") return isOnly(fact, "string", "number", "symbol");
  if (classes.has(name)) return isOnly(fact, "object") && fact.class === name;
  const declared = findDeclaration(names.module, name);
  if (declared === undefined) return false;
  const within = { ...names, module: declared.module };
  if (ts.isTypeAliasDeclaration(declared.statement)) return accepts(declared.statement.type, fact, within);
  return ts.isInterfaceDeclaration(declared.statement) && acceptsObject(declared.statement.members, fact, within);
}
