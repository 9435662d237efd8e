import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { ts } from "ts-morph";
import { root } from "./originals.ts";

/** A replacement as a recipe's source writes it: a value by reference, or a function with its parameters. */
export type WrittenCase =
  { readonly kind: "reference"; readonly text: string } | { readonly kind: "function"; readonly node: FunctionNode };

export type FunctionNode = ts.ArrowFunction | ts.FunctionExpression | ts.FunctionDeclaration | ts.MethodDeclaration;

export interface WrittenExport {
  /** Undefined for the package itself, "./v4" for `uuid/v4`. */
  readonly subpath: string | undefined;
  readonly name: string;
  readonly cases: readonly WrittenCase[];
}

/** One argument of `defineRecipe`, as written. */
export interface WrittenEra {
  readonly fields: ReadonlyMap<string, ts.Expression>;
  readonly exports: readonly WrittenExport[];
}

export interface WrittenRecipe {
  /** The file's name without ending: the package it should be for. */
  readonly name: string;
  readonly source: ts.SourceFile;
  readonly eras: readonly WrittenEra[];
}

/** Reads every recipe of a folder as source, scopes too. */
export function readRecipes(folder = path.join(root, "recipes")): WrittenRecipe[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return files.sort().map((file) => {
    const name = file.slice(0, -".ts".length).split(path.sep).join("/");
    return readRecipe(name, readFileSync(path.join(folder, file), "utf8"));
  });
}

/** Reads one recipe; throws when it does not have the form of a recipe. */
export function readRecipe(name: string, text: string): WrittenRecipe {
  const source = ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.Latest, true);
  const exported = source.statements.find((each) => ts.isExportAssignment(each));
  const call = exported === undefined ? undefined : strip(exported.expression);
  if (call === undefined || !ts.isCallExpression(call) || call.expression.getText() !== "defineRecipe") {
    throw new Error(`${name}: a recipe is "export default defineRecipe({…})"`);
  }
  return { name, source, eras: call.arguments.map((each) => readEra(name, source, each)) };
}

function readEra(name: string, source: ts.SourceFile, written: ts.Expression): WrittenEra {
  const fields = membersOf(source, written, name);
  const main = tableOf(source, fields.get("exports"), undefined, name);
  const subpaths = fields.get("subpaths");
  const below = subpaths === undefined ? [] : [...membersOf(source, subpaths, name)];
  return { fields, exports: [...main, ...below.flatMap(([subpath, table]) => tableOf(source, table, subpath, name))] };
}

function tableOf(
  source: ts.SourceFile,
  written: ts.Expression | undefined,
  subpath: string | undefined,
  name: string,
): WrittenExport[] {
  if (written === undefined) return [];
  return [...membersOf(source, written, name)].map(([key, value]) => ({
    subpath,
    name: key,
    cases: casesOf(source, value),
  }));
}

function casesOf(source: ts.SourceFile, written: ts.Expression): WrittenCase[] {
  const value = strip(written);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((each) => casesOf(source, each));
  if (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) return [{ kind: "function", node: value }];
  if (ts.isCallExpression(value) && value.expression.getText() === "since" && value.arguments[1] !== undefined) {
    return casesOf(source, value.arguments[1]);
  }
  if (!ts.isIdentifier(value)) return [{ kind: "reference", text: value.getText() }];
  const declared = declarationOf(source, value.text);
  if (declared === undefined) return [{ kind: "reference", text: value.text }];
  return ts.isFunctionDeclaration(declared) ? [{ kind: "function", node: declared }] : casesOf(source, declared);
}

function declarationOf(source: ts.SourceFile, name: string): ts.Expression | ts.FunctionDeclaration | undefined {
  for (const statement of source.statements) {
    // Of overloads, the implementation's parameters are the ones that say what is accepted.
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name && statement.body) return statement;
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((each) => each.name.getText() === name);
    if (found?.initializer !== undefined) return found.initializer;
  }
  return undefined;
}

function membersOf(source: ts.SourceFile, written: ts.Expression, name: string): Map<string, ts.Expression> {
  const value = strip(written);
  const named = ts.isIdentifier(value) ? declarationOf(source, value.text) : value;
  if (named === undefined || !ts.isExpression(named))
    throw new Error(`${name}: ${value.getText()} is not declared here`);
  const object = strip(named);
  if (!ts.isObjectLiteralExpression(object))
    throw new Error(`${name}: expected an object literal, not ${object.getText()}`);
  return new Map(object.properties.map((each) => memberOf(each, name)));
}

function memberOf(member: ts.ObjectLiteralElementLike, name: string): [string, ts.Expression] {
  if (ts.isShorthandPropertyAssignment(member)) return [member.name.text, member.name];
  if (!ts.isPropertyAssignment(member)) throw new Error(`${name}: write "${member.getText()}" as "name: value"`);
  const key = member.name;
  return [ts.isStringLiteral(key) || ts.isIdentifier(key) ? key.text : key.getText(), member.initializer];
}

function strip(value: ts.Expression): ts.Expression {
  const wrapped = ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value);
  return wrapped ? strip(value.expression) : value;
}
