import fc from "fast-check";
import { ts } from "../../../src/typescript.ts";
import { anything } from "./hostile.ts";
import { nothing } from "./primitives.ts";
import type { Sample, Samples } from "./sample.ts";
import type { ProofSettings } from "./settings.ts";
import type { FunctionNode, WrittenCase } from "./source.ts";
import { type TypeParameters, samplesOf } from "./types.ts";

/** Argument lists that a case says it accepts. */
export function argumentsOf(
  written: WrittenCase,
  key: string,
  index: number,
  settings: ProofSettings,
): fc.Arbitrary<Sample[]> {
  const special = settings.arguments ?? {};
  // Every object has a member by the name of some exports: `toString`.
  const own = [`${key}[${index}]`, key].find((name) => Object.hasOwn(special, name));
  const given = own === undefined ? undefined : special[own];
  if (given !== undefined) return given;
  // A reference goes wherever the package went, so that it is called with anything.
  if (written.kind !== "function")
    return written.kind === "value" ? fc.constant([]) : fc.array(anything, { maxLength: 4 });
  const parameters = parametersOf(written.node);
  const lists = listsOf(parameters, genericsOf(written.node), settings);
  return isGeneral(written.node) ? fc.oneof({ weight: 3, arbitrary: lists }, anyNumberOf(parameters, settings)) : lists;
}

/** True when every parameter accepts anything: such a case also serves callbacks, which pass any number of arguments. */
export function isGeneral(node: FunctionNode): boolean {
  const generics = genericsOf(node);
  return parametersOf(node).every((each) =>
    isUnknown(each.dotDotDotToken ? elementOf(each.type, generics) : each.type, generics),
  );
}

/** True when the case says that it fits only where the result is not used. */
export function ignoresValue(node: FunctionNode): boolean {
  return node.type !== undefined && ["void", "Promise<void>"].includes(node.type.getText());
}

/** The parameters of a function, without a declared `this`. */
export function parametersOf(node: FunctionNode): readonly ts.ParameterDeclaration[] {
  return node.parameters.filter((each) => each.name.getText() !== "this");
}

function isUnknown(type: ts.TypeNode | undefined, generics: TypeParameters): boolean {
  if (type === undefined || type.kind === ts.SyntaxKind.UnknownKeyword || type.kind === ts.SyntaxKind.AnyKeyword)
    return true;
  const name = ts.isTypeReferenceNode(type) ? type.typeName.getText() : "";
  return generics.has(name) && generics.get(name) === undefined;
}

/** The type of each value of a rest parameter; undefined (anything) where the list's type does not tell. */
function elementOf(type: ts.TypeNode | undefined, generics: TypeParameters): ts.TypeNode | undefined {
  if (type === undefined) return undefined;
  if (ts.isTypeOperatorNode(type)) return elementOf(type.type, generics);
  if (ts.isArrayTypeNode(type)) return type.elementType;
  const name = ts.isTypeReferenceNode(type) ? type.typeName.getText() : "";
  return generics.has(name) ? elementOf(generics.get(name), generics) : undefined;
}

function genericsOf(node: FunctionNode): TypeParameters {
  return new Map(node.typeParameters?.map((each) => [each.name.text, each.constraint]));
}

function listsOf(
  parameters: readonly ts.ParameterDeclaration[],
  generics: TypeParameters,
  settings: ProofSettings,
): fc.Arbitrary<Sample[]> {
  const single = parameters.filter((each) => !each.dotDotDotToken);
  const required = single.filter((each) => !each.questionToken && !each.initializer).length;
  const rest = parameters.find((each) => each.dotDotDotToken);
  const values = single.map((each) => {
    const isOpen = isUnknown(each.type, generics);
    const samples = valuesOf(each, settings, isOpen, () => samplesOf(typeOf(each), generics));
    return each.questionToken || each.initializer ? fc.oneof({ weight: 3, arbitrary: samples }, nothing) : samples;
  });
  const more = rest === undefined ? fc.constant([]) : fc.array(restOf(rest, generics, settings), { maxLength: 4 });
  const lists = fc.tuple(fc.tuple(...values), more, fc.integer({ min: required, max: single.length }));
  return lists.map(([all, others, count]) => (others.length > 0 ? [...all, ...others] : all.slice(0, count)));
}

/** A parameter's type; a default says it where nothing else does. */
function typeOf(parameter: ts.ParameterDeclaration): ts.TypeNode | undefined {
  if (parameter.type !== undefined || parameter.initializer === undefined) return parameter.type;
  throw new Error(`write the type of the parameter ${parameter.getText()}`);
}

function restOf(rest: ts.ParameterDeclaration, generics: TypeParameters, settings: ProofSettings) {
  const element = elementOf(rest.type, generics);
  return valuesOf(rest, settings, isUnknown(element, generics), () => samplesOf(element, generics));
}

function anyNumberOf(parameters: readonly ts.ParameterDeclaration[], settings: ProofSettings): fc.Arbitrary<Sample[]> {
  const values = parameters.map((each) => valuesOf(each, settings, true, () => anything));
  const lists = fc.tuple(
    fc.tuple(...values),
    fc.array(anything, { maxLength: 2 }),
    fc.nat({ max: parameters.length + 2 }),
  );
  return lists.map(([all, surplus, count]) => [...all, ...surplus].slice(0, count));
}

function valuesOf(
  parameter: ts.ParameterDeclaration,
  settings: ProofSettings,
  isOpen: boolean,
  ofType: () => Samples,
): Samples {
  const name = parameter.name.getText();
  const open = isOpen ? settings.unknowns?.[name] : undefined;
  const values = open ?? settings.parameters?.[name] ?? settings.types?.[parameter.type?.getText() ?? ""] ?? ofType();
  const limit = settings.limits?.[name];
  return limit === undefined ? values : values.filter((each) => limit(each.make({ calls: [] })));
}
