/** Reads a recipe file as source: metadata as literals, replacements as syntax. Nothing of it is run. */
import { ts } from "../typescript.ts";
import type { CommandRewrite, CommandUse, MemberRewrite, MemberUse } from "../recipe.ts";
import type { Era, RecipeModule } from "./catalog.ts";
import {
  broken,
  literalValue,
  nameOf,
  readChains,
  readDeviations,
  readFloor,
  readLists,
  readRanges,
} from "./literal.ts";
import { type Family, noFamily, readModule, unwrap } from "./module.ts";
import { readForms, readSubpaths, readTable } from "./table.ts";

export type RecipeHatch = (use: MemberUse) => MemberRewrite;
export type RecipeCommands = Readonly<Record<string, (use: CommandUse) => CommandRewrite>>;

/** Where the code of an era comes from: asked by its index and line, for the eras that have it. */
export interface RecipeCode {
  rewrite(era: number, line: number): RecipeHatch | undefined;
  commands(era: number, line: number, names: readonly string[]): RecipeCommands | undefined;
}

/**
 * The eras of one recipe file. What is run of it, its `rewrite` and `commands`, comes from `code`; without, it has none.
 * What it imports of its family comes from `family`; without, it has none.
 * Throws `ShrinkdepsError` ("recipe") with file and line for anything that is not a recipe.
 */
export function parseRecipe(path: string, text: string, code?: RecipeCode, family: Family = noFamily): Era[] {
  const module = readModule(path, text, family);
  const { source } = module;
  const calls = source.statements.filter(ts.isExportAssignment).map((statement) => unwrap(statement.expression));
  const call = calls[0];
  if (call === undefined || !ts.isCallExpression(call) || call.expression.getText() !== "defineRecipe")
    throw broken(module, source, "a recipe exports defineRecipe({…}) by default");
  return call.arguments.map((argument, index) => {
    const object = unwrap(argument);
    if (!ts.isObjectLiteralExpression(object)) throw broken(module, argument, "an era is an object literal");
    const member = (name: string) =>
      object.properties.find(({ name: own }) => own !== undefined && nameOf(own) === name);
    const line = (node: ts.Node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const [hatch, commands] = [member("rewrite"), member("commands")];
    const rewrite = hatch === undefined ? undefined : code?.rewrite(index, line(hatch));
    const run = commands && (code?.commands(index, line(commands), commandNames(module, commands)) ?? {});
    return readEra(module, object, rewrite, new Map(Object.entries(run ?? {})));
  });
}

/** The commands an era lists, without running it. */
function commandNames(module: RecipeModule, member: ts.ObjectLiteralElementLike): string[] {
  const value = ts.isPropertyAssignment(member) ? unwrap(member.initializer) : undefined;
  if (value === undefined || !ts.isObjectLiteralExpression(value))
    throw broken(module, member, "`commands` is an object literal");
  return value.properties.map(({ name }) => {
    if (name === undefined) throw broken(module, value, "`commands` names each command");
    return nameOf(name);
  });
}

function readEra(
  module: RecipeModule,
  object: ts.ObjectLiteralExpression,
  hatch: RecipeHatch | undefined,
  commands: Era["commands"],
): Era {
  const spread = object.properties.find(ts.isSpreadAssignment);
  if (spread !== undefined) throw broken(module, spread, "an era is written out, without spreading another object");
  const property = (name: string): ts.Expression | undefined => {
    for (const member of object.properties)
      if (ts.isPropertyAssignment(member) && nameOf(member.name) === name) return unwrap(member.initializer);
      else if (ts.isShorthandPropertyAssignment(member) && member.name.text === name) return member.name;
    return undefined;
  };
  const literal = (name: string): unknown => {
    const value = property(name);
    return value === undefined ? undefined : literalValue(module, value);
  };
  const text = (name: string): string => {
    const value = literal(name);
    if (typeof value !== "string") throw broken(module, object, `\`${name}\` is a string`);
    return value;
  };
  const floor = readFloor(module, property("floor") ?? object);
  const exports = property("exports");
  if (exports === undefined) throw broken(module, object, "exports are an object literal");
  const entries = new Map([[".", readTable(module, exports)]]);
  const subpaths = property("subpaths");
  if (subpaths !== undefined) for (const [path, table] of readSubpaths(module, subpaths)) entries.set(path, table);
  const forms = property("forms");
  const hasDefault = entries.get(".")?.has("default") ?? false;
  const shape = literal("require") ?? (hasDefault ? "default" : "namespace");
  if (shape !== "default" && shape !== "namespace") throw broken(module, object, "`require` is default or namespace");
  return {
    package: text("package"),
    versions: text("versions"),
    loads: readRanges(module, literal("loads"), object),
    replacement: text("replacement"),
    floor,
    deviations: readDeviations(module, literal("deviations"), object),
    entries,
    require: shape,
    dropSideEffect: literal("dropSideEffect") === true,
    identical: literal("identical") === true,
    members: readLists(module, "members", literal("members"), object),
    chains: readChains(module, literal("chains"), object),
    fulfils: readLists(module, "fulfils", literal("fulfils"), object),
    gives: readLists(module, "gives", literal("gives"), object),
    forms: forms === undefined ? new Map() : readForms(module, forms),
    rewrite: hatch,
    commands,
    module,
  };
}
