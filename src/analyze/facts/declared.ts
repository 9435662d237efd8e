/**
 * What types that stand in the same file say, read without a checker: annotations of parameters, variables and
 * functions, and the interfaces and aliases they name. A wider answer than the checker's, never a narrower one; asked
 * only of files whose declared types may be trusted.
 */
import { ts } from "../../typescript.ts";
import type { Scope } from "../usages/scope.ts";
import { anything, either, type Fact, ofArray, ofKind, ofLiteral } from "./fact.ts";

/** The fact of a name's declaration; `anything` where the file does not say. */
export function factOfDeclaration(scope: Scope, declaration: ts.Declaration): Fact {
  if (ts.isParameter(declaration)) return factOfParameter(scope, declaration);
  if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return anything;
  if (declaration.type !== undefined) return factOfTypeNode(scope, declaration.type);
  return factOfInitializer(declaration.initializer);
}

/** The fact of a property of a value whose declared type is an interface or an object type of the file. */
export function factOfDeclaredProperty(scope: Scope, node: ts.PropertyAccessExpression): Fact {
  if (node.questionDotToken !== undefined || !ts.isIdentifier(node.expression)) return anything;
  const [declaration, ...others] = scope.symbolOf(node.expression)?.declarations ?? [];
  if (declaration === undefined || others.length > 0) return anything;
  if (!ts.isParameter(declaration) && !ts.isVariableDeclaration(declaration)) return anything;
  if (ts.isParameter(declaration) && (declaration.questionToken ?? declaration.dotDotDotToken) !== undefined)
    return anything;
  const members = declaration.type === undefined ? undefined : membersOf(scope, declaration.type);
  const named = members?.filter(
    ({ name }) => name !== undefined && ts.isIdentifier(name) && name.text === node.name.text,
  );
  const [member, ...overloads] = named ?? [];
  if (member === undefined || overloads.length > 0 || !ts.isPropertySignature(member)) return anything;
  return optional(factOfTypeNode(scope, member.type), member.questionToken !== undefined);
}

/** The fact of what a function of the file gives, by its declared result; overloads, generators and async ones say nothing. */
export function factOfDeclaredResult(scope: Scope, callee: ts.Expression): Fact {
  if (!ts.isIdentifier(callee)) return anything;
  const [declaration, ...others] = scope.symbolOf(callee)?.declarations ?? [];
  if (declaration === undefined || others.length > 0 || !ts.isFunctionDeclaration(declaration)) return anything;
  return declaration.typeParameters === undefined ? factOfTypeNode(scope, declaration.type) : anything;
}

function factOfParameter(scope: Scope, parameter: ts.ParameterDeclaration): Fact {
  if (!ts.isIdentifier(parameter.name)) return anything;
  if (parameter.type === undefined) {
    // Elsewhere what the function is given to may lend its parameters wider types.
    const isOwn = ts.isFunctionDeclaration(parameter.parent) || ts.isConstructorDeclaration(parameter.parent);
    return isOwn && parameter.dotDotDotToken === undefined ? factOfInitializer(parameter.initializer) : anything;
  }
  return optional(factOfTypeNode(scope, parameter.type), parameter.questionToken !== undefined);
}

/** An initializer that is evidently a text, a number or a truth value fixes the type of a name without an annotation. */
function factOfInitializer(node: ts.Expression | undefined): Fact {
  if (node === undefined) return anything;
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return ofKind("string");
  if (ts.isNumericLiteral(node)) return ofKind("number");
  if (node.kind === ts.SyntaxKind.TrueKeyword || node.kind === ts.SyntaxKind.FalseKeyword) return ofKind("boolean");
  return anything;
}

function optional(fact: Fact, isOptional: boolean): Fact {
  return isOptional ? either([fact, ofKind("undefined")]) : fact;
}

function factOfTypeNode(scope: Scope, type: ts.TypeNode | undefined): Fact {
  if (type === undefined) return anything;
  if (ts.isParenthesizedTypeNode(type)) return factOfTypeNode(scope, type.type);
  if (ts.isUnionTypeNode(type)) return either(type.types.map((member) => factOfTypeNode(scope, member)));
  if (ts.isArrayTypeNode(type)) return ofArray(factOfTypeNode(scope, type.elementType));
  if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword)
    return factOfTypeNode(scope, type.type);
  if (ts.isLiteralTypeNode(type)) return factOfLiteralType(type);
  if (ts.isFunctionTypeNode(type)) return ofKind("function");
  if (ts.isTypeReferenceNode(type)) return factOfReference(scope, type);
  return keywordFacts.get(type.kind) ?? anything;
}

const keywordFacts: ReadonlyMap<ts.SyntaxKind, Fact> = new Map([
  [ts.SyntaxKind.StringKeyword, ofKind("string")],
  [ts.SyntaxKind.NumberKeyword, ofKind("number")],
  [ts.SyntaxKind.BooleanKeyword, ofKind("boolean")],
  [ts.SyntaxKind.BigIntKeyword, ofKind("bigint")],
  [ts.SyntaxKind.SymbolKeyword, ofKind("symbol")],
  [ts.SyntaxKind.UndefinedKeyword, ofKind("undefined")],
]);

function factOfLiteralType({ literal }: ts.LiteralTypeNode): Fact {
  if (literal.kind === ts.SyntaxKind.NullKeyword) return ofLiteral(null);
  if (literal.kind === ts.SyntaxKind.TrueKeyword || literal.kind === ts.SyntaxKind.FalseKeyword)
    return ofKind("boolean");
  if (ts.isStringLiteralLike(literal)) return ofKind("string");
  return ts.isNumericLiteral(literal) ? ofKind("number") : anything;
}

function factOfReference(scope: Scope, type: ts.TypeReferenceNode): Fact {
  if (!ts.isIdentifier(type.typeName)) return anything;
  const [argument, ...others] = type.typeArguments ?? [];
  const declaration = declarationOfType(scope, type.typeName);
  if (declaration === "global") {
    const isList = type.typeName.text === "Array" || type.typeName.text === "ReadonlyArray";
    return isList && argument !== undefined && others.length === 0
      ? ofArray(factOfTypeNode(scope, argument))
      : anything;
  }
  if (argument !== undefined || declaration === undefined || !ts.isTypeAliasDeclaration(declaration)) return anything;
  // An alias of an alias may come back to itself: one step is followed.
  const { type: named } = declaration;
  const parts = ts.isUnionTypeNode(named) ? named.types : [named];
  return parts.some((part) => ts.isTypeReferenceNode(part)) ? anything : factOfTypeNode(scope, named);
}

/** The members of an object type written out, or of the one interface or alias of that name. */
function membersOf(scope: Scope, type: ts.TypeNode): readonly ts.TypeElement[] | undefined {
  if (ts.isTypeLiteralNode(type)) return type.members;
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName) || type.typeArguments !== undefined)
    return undefined;
  const declaration = declarationOfType(scope, type.typeName);
  if (declaration === undefined || declaration === "global") return undefined;
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members;
  if (!ts.isTypeAliasDeclaration(declaration) || !ts.isTypeLiteralNode(declaration.type)) return undefined;
  return declaration.type.members;
}

/** The one declaration of a type in the file; "global" where the file declares none, undefined where it has several. */
function declarationOfType(scope: Scope, name: ts.Identifier): ts.Declaration | "global" | undefined {
  const declarations = scope.symbolOf(name)?.declarations ?? [];
  if (declarations.length === 0) return "global";
  return declarations.length === 1 ? declarations[0] : undefined;
}
