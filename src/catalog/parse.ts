/** Reads a recipe file as source: metadata as literals, replacements as syntax. Nothing of it is run. */
import { ts } from "ts-morph";
import type { CommandRewrite, CommandUse, MemberRewrite, MemberUse } from "../recipe.ts";
import type { Era, NativePath, RecipeCase, RecipeFunction, RecipeModule, RecipeReplacement } from "./catalog.ts";
import { broken, literalValue, localValue, nameOf, readDeviations, readFloor, unwrap } from "./literal.ts";

export type RecipeHatch = (use: MemberUse) => MemberRewrite;
export type RecipeCommands = Readonly<Record<string, (use: CommandUse) => CommandRewrite>>;

/** Where the code of an era comes from: asked by its index and line, for the eras that have it. */
export interface RecipeCode {
  rewrite(era: number, line: number): RecipeHatch | undefined;
  commands(era: number, line: number, names: readonly string[]): RecipeCommands | undefined;
}

/**
 * The eras of one recipe file. What is run of it, its `rewrite` and `commands`, comes from `code`; without, it has none.
 * Throws `ShrinkdepsError` ("recipe") with file and line for anything that is not a recipe.
 */
export function parseRecipe(path: string, text: string, code?: RecipeCode): Era[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const module = readModule(path, source);
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

function readModule(path: string, source: ts.SourceFile): RecipeModule {
  const builtins = new Map<string, { module: string; name: string }>();
  const declarations = new Map<string, ts.Statement>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const module = statement.moduleSpecifier.text;
      const clause = statement.importClause;
      if (!module.startsWith("node:") || clause === undefined) continue;
      if (clause.name) builtins.set(clause.name.text, { module, name: "default" });
      const named = clause.namedBindings;
      if (named && ts.isNamespaceImport(named)) builtins.set(named.name.text, { module, name: "*" });
      if (named && ts.isNamedImports(named))
        for (const element of named.elements)
          builtins.set(element.name.text, { module, name: (element.propertyName ?? element.name).text });
    } else if (
      (ts.isFunctionDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isInterfaceDeclaration(statement) ||
        ts.isClassDeclaration(statement)) &&
      statement.name
    ) {
      declarations.set(statement.name.text, statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const declaration of statement.declarationList.declarations)
        if (ts.isIdentifier(declaration.name)) declarations.set(declaration.name.text, statement);
    }
  }
  return { path, source, builtins, declarations };
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
  const entries = new Map([[".", readExports(module, property("exports"), object)]]);
  const subpaths = property("subpaths");
  if (subpaths !== undefined) {
    if (!ts.isObjectLiteralExpression(subpaths)) throw broken(module, subpaths, "`subpaths` is an object literal");
    for (const member of subpaths.properties)
      if (ts.isPropertyAssignment(member))
        entries.set(nameOf(member.name), readExports(module, unwrap(member.initializer), member));
  }
  const hasDefault = entries.get(".")?.has("default") ?? false;
  const shape = literal("require") ?? (hasDefault ? "default" : "namespace");
  if (shape !== "default" && shape !== "namespace") throw broken(module, object, "`require` is default or namespace");
  return {
    package: text("package"),
    versions: text("versions"),
    replacement: text("replacement"),
    floor,
    deviations: readDeviations(module, literal("deviations"), object),
    entries,
    require: shape,
    dropSideEffect: literal("dropSideEffect") === true,
    identical: literal("identical") === true,
    rewrite: hatch,
    commands,
    module,
  };
}

function readExports(
  module: RecipeModule,
  node: ts.Expression | undefined,
  at: ts.Node,
): ReadonlyMap<string, RecipeReplacement> {
  if (node === undefined || !ts.isObjectLiteralExpression(node))
    throw broken(module, node ?? at, "exports are an object literal");
  const found = new Map<string, RecipeReplacement>();
  for (const member of node.properties) {
    if (ts.isPropertyAssignment(member)) {
      found.set(nameOf(member.name), readReplacement(module, unwrap(member.initializer)));
    } else if (ts.isShorthandPropertyAssignment(member)) {
      found.set(member.name.text, readReplacement(module, member.name));
    } else {
      throw broken(module, member, "an export is `name: replacement`");
    }
  }
  return found;
}

/** A replacement from its expression; also what the escape hatch's function sources go through. */
export function readReplacement(module: RecipeModule, node: ts.Expression): RecipeReplacement {
  const local = ts.isIdentifier(node) ? localValue(module, node.text) : undefined;
  if (local !== undefined && ts.isArrayLiteralExpression(local)) return readReplacement(module, local);
  if (ts.isArrayLiteralExpression(node)) {
    const cases = node.elements.map((element) => readCase(module, unwrap(element)));
    if (cases.length === 0) throw broken(module, node, "a list of cases has at least one");
    return { kind: "cases", cases };
  }
  const one = readCase(module, node);
  return one.native !== undefined && one.since === undefined
    ? { kind: "native", native: one.native }
    : { kind: "cases", cases: [one] };
}

function readCase(module: RecipeModule, node: ts.Expression): RecipeCase {
  if (ts.isCallExpression(node) && node.expression.getText() === "since") {
    const [floor, use] = node.arguments;
    if (floor === undefined || use === undefined) throw broken(module, node, "since(floor, replacement)");
    return { ...readCase(module, unwrap(use)), since: readFloor(module, unwrap(floor)) };
  }
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node))
    return { function: node, native: undefined, since: undefined };
  const native = readNative(module, node);
  if (native !== undefined) return { function: forwarding, native, since: undefined };
  const local = ts.isIdentifier(node) ? localFunction(module, node.text) : undefined;
  if (local !== undefined) return { function: local, native: undefined, since: undefined };
  if (ts.isIdentifier(node)) {
    const value = localValue(module, node.text);
    if (value !== undefined) return readCase(module, value);
  }
  throw broken(module, node, "a replacement is a function, a native function, or a function of this file");
}

/** What a native case would be as a function: any arguments, passed on. */
const forwarding = ((): ts.ArrowFunction => {
  const source = ts.createSourceFile("native.ts", "(...args: unknown[]) => args;", ts.ScriptTarget.ESNext, true);
  const statement = source.statements[0];
  if (statement && ts.isExpressionStatement(statement) && ts.isArrowFunction(statement.expression))
    return statement.expression;
  throw new TypeError("unreachable: the source above is one arrow function");
})();

function readNative(module: RecipeModule, node: ts.Expression): NativePath | undefined {
  const members: string[] = [];
  let at: ts.Expression = node;
  while (ts.isPropertyAccessExpression(at)) {
    members.unshift(at.name.text);
    at = at.expression;
  }
  if (!ts.isIdentifier(at)) return undefined;
  const builtin = module.builtins.get(at.text);
  if (builtin !== undefined) {
    if (builtin.name !== "*" && builtin.name !== "default") return { root: builtin, members };
    const [name, ...rest] = members;
    return name === undefined ? undefined : { root: { module: builtin.module, name }, members: rest };
  }
  return module.declarations.has(at.text) ? undefined : { root: { global: at.text }, members };
}

function localFunction(module: RecipeModule, name: string): RecipeFunction | undefined {
  const statement = module.declarations.get(name);
  if (statement !== undefined && ts.isFunctionDeclaration(statement)) return statement;
  const value = localValue(module, name);
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? value : undefined;
}
