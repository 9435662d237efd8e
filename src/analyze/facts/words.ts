/** What a parameter takes, in words: a reason names nothing that only a recipe's author knows. */
import { ts } from "../../typescript.ts";
import { findDeclaration } from "../../catalog/module.ts";
import type { TypeNames } from "./accepts.ts";
import { describeType } from "./refinements.ts";

/** Descriptions of what is inside others end here. */
const longest = 60;

/** A parameter's type in words a person can act on: what a recipe names by what it is, anything else as written. */
export function describeParameter(type: ts.TypeNode, names: TypeNames): string {
  const parts = [...new Set(partsOf(type, names, []))];
  const listed = new Set(parts.map((part) => `a list of ${part}`));
  return parts.map((part) => (listed.has(part) ? "a list of such" : part)).join(" or ");
}

function partsOf(type: ts.TypeNode, names: TypeNames, seen: readonly string[]): readonly string[] {
  if (ts.isParenthesizedTypeNode(type)) return partsOf(type.type, names, seen);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => partsOf(one, names, seen));
  if (ts.isTypeLiteralNode(type)) return [describeObject(type.members, names, seen)];
  if (ts.isArrayTypeNode(type)) return [listOf(type.elementType, names, seen)];
  if (ts.isTypeOperatorNode(type) && type.operator === ts.SyntaxKind.ReadonlyKeyword)
    return partsOf(type.type, names, seen);
  if (!ts.isTypeReferenceNode(type) || !ts.isIdentifier(type.typeName)) return [asWritten(type)];
  const { text } = type.typeName;
  if (names.parameters.has(text)) {
    const constraint = names.parameters.get(text);
    return constraint === undefined ? ["any value"] : partsOf(constraint, names, seen);
  }
  const declared = seen.includes(text) ? undefined : findDeclaration(names.module, text);
  if (declared === undefined) return [asWritten(type)];
  const within = { ...names, module: declared.module };
  const { statement } = declared;
  if (ts.isTypeAliasDeclaration(statement)) return partsOf(statement.type, within, [...seen, text]);
  return [
    ts.isInterfaceDeclaration(statement) ? describeObject(statement.members, within, [...seen, text]) : asWritten(type),
  ];
}

function asWritten(type: ts.TypeNode): string {
  return describeType(type.getText().replace(/\s+/g, " "));
}

function listOf(element: ts.TypeNode, names: TypeNames, seen: readonly string[]): string {
  const parts = [...new Set(partsOf(element, names, seen))];
  const isPlain = parts.length === 1 && /^\w+$/.test(parts[0] ?? "");
  return isPlain ? `${parts[0] ?? ""}[]` : `a list of ${parts.join(" or ")}`;
}

function describeObject(members: readonly ts.TypeElement[], names: TypeNames, seen: readonly string[]): string {
  const properties = members.flatMap((member) => {
    if (!ts.isPropertySignature(member) || member.type === undefined) return [];
    const given = [...new Set(partsOf(member.type, names, seen))].filter((part) => part !== "undefined");
    // What may be undefined alone may as well not be there.
    if (given.length === 0) return [];
    const parts = given.join(" or ");
    const isTelling = parts !== "unknown" && parts !== "any" && parts.length <= longest && !parts.includes("(");
    return [`${member.name.getText()}${isTelling ? ` (${parts})` : ""}`];
  });
  const last = properties.pop();
  if (last === undefined) return "an object without properties";
  return `an object with no other properties than ${properties.length === 0 ? last : `${properties.join(", ")} and ${last}`}`;
}
