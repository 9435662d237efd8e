/** Tables of exports and of subpaths: object literals, which may spread tables of the file or of its family. */
import { ts } from "../typescript.ts";
import { forEffect } from "../recipe.ts";
import type { RecipeForms, RecipeModule, RecipeReplacement } from "./catalog.ts";
import { broken, literalValue, nameOf } from "./literal.ts";
import { findValue, unwrap } from "./module.ts";
import { readReplacement } from "./replacement.ts";

export type ExportTable = ReadonlyMap<string, RecipeReplacement>;

/** Replacements by export name. */
export function readTable(module: RecipeModule, node: ts.Expression): ExportTable {
  return readMembers(module, node, "exports are an object literal", readReplacement, readTable);
}

/** Tables of exports by subpath. */
export function readSubpaths(module: RecipeModule, node: ts.Expression): ReadonlyMap<string, ExportTable> {
  const value = unwrap(node);
  if (ts.isCallExpression(value) && value.expression.getText(module.source) === "eachAlone")
    return readEachAlone(module, value);
  if (ts.isCallExpression(value) && value.expression.getText(module.source) === "forEffect")
    return readForEffect(module, value);
  return readMembers(module, node, "`subpaths` is an object literal", readTable, readSubpaths);
}

/** What may be done with forms, by the export that makes them. */
export function readForms(module: RecipeModule, node: ts.Expression): ReadonlyMap<string, RecipeForms> {
  return readMembers(module, node, "`forms` is an object literal", readForm, readForms);
}

function readForm(module: RecipeModule, node: ts.Expression): RecipeForms {
  const value = unwrap(node);
  const members = ts.isObjectLiteralExpression(value) ? value.properties.filter(ts.isPropertyAssignment) : [];
  const part = (name: string): ts.Expression => {
    const found = members.find((member) => nameOf(member.name) === name);
    if (found === undefined) throw broken(module, value, "a form has methods, a body and headers");
    return unwrap(found.initializer);
  };
  const text = (name: string): string => String(literalValue(module, part(name)));
  return { methods: readTable(module, part("methods")), body: text("body"), headers: text("headers") };
}

function readMembers<Value>(
  module: RecipeModule,
  node: ts.Expression,
  complaint: string,
  read: (module: RecipeModule, node: ts.Expression) => Value,
  readSpread: (module: RecipeModule, node: ts.Expression) => ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> {
  const value = unwrap(node);
  const named = ts.isIdentifier(value) ? findValue(module, value.text) : undefined;
  if (named !== undefined) return readMembers(named.module, named.value, complaint, read, readSpread);
  if (!ts.isObjectLiteralExpression(value)) throw broken(module, value, complaint);
  const found = new Map<string, Value>();
  for (const member of value.properties) {
    if (ts.isPropertyAssignment(member)) found.set(nameOf(member.name), read(module, unwrap(member.initializer)));
    else if (ts.isShorthandPropertyAssignment(member)) found.set(member.name.text, read(module, member.name));
    else if (ts.isSpreadAssignment(member))
      for (const [name, one] of readSpread(module, unwrap(member.expression))) found.set(name, one);
    else throw broken(module, member, "a member of a table is `name: replacement`, or `...` and another table");
  }
  return found;
}

/** `eachAlone(table, "", ".js")`: as src/recipe.ts makes it. */
function readEachAlone(module: RecipeModule, call: ts.CallExpression): ReadonlyMap<string, ExportTable> {
  const [table, ...endings] = call.arguments;
  if (table === undefined || endings.length === 0) throw broken(module, call, "eachAlone(table, …endings)");
  const texts = endings.map((ending) => literalValue(module, ending));
  const found = new Map<string, ExportTable>();
  for (const [name, replacement] of readTable(module, table))
    for (const ending of texts) found.set(`./${name}${String(ending)}`, new Map([["default", replacement]]));
  return found;
}

/** `forEffect(starts, names, endings)`: as src/recipe.ts makes it. */
function readForEffect(module: RecipeModule, call: ts.CallExpression): ReadonlyMap<string, ExportTable> {
  const [starts, names, endings] = call.arguments.map((argument) => literalValue(module, argument));
  if (!isTexts(starts) || typeof names !== "string" || !isTexts(endings))
    throw broken(module, call, "forEffect([…starts], names, […endings])");
  return new Map(Object.keys(forEffect(starts, names, endings)).map((path) => [path, new Map()]));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
