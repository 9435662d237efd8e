/** The metadata of a recipe: literals, read from its syntax. */
import { ts } from "../typescript.ts";
import { ShrinkdepsError } from "../errors.ts";
import type { Chains, Deviation, Floor } from "../recipe.ts";
import type { RecipeModule } from "./catalog.ts";
import { findValue, unwrap } from "./module.ts";

export function readFloor(module: RecipeModule, node: ts.Node): Floor {
  const value = ts.isExpression(node) ? literalValue(module, node) : undefined;
  if (isRecord(value) && typeof value["node"] === "string")
    return typeof value["baseline"] === "string"
      ? { node: value["node"], baseline: value["baseline"] }
      : { node: value["node"] };
  throw broken(module, node, "a floor is { node, baseline? }");
}

export function readDeviations(module: RecipeModule, value: unknown, at: ts.Node): readonly Deviation[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw broken(module, at, "`deviations` is a list");
  return value.map((item: unknown): Deviation => {
    if (!isRecord(item) || typeof item["note"] !== "string") throw broken(module, at, "a deviation has a note");
    const severity = item["severity"];
    if (severity !== "message" && severity !== "quirk" && severity !== "observable")
      throw broken(module, at, "a deviation's severity is message, quirk or observable");
    const names = (key: "exports" | "commands") => {
      const list = item[key];
      return Array.isArray(list) ? { [key]: list.filter((name) => typeof name === "string") } : {};
    };
    const { beside } = item;
    if (beside !== undefined && typeof beside !== "string")
      throw broken(module, at, "`beside` of a deviation is a name");
    return {
      severity,
      note: item["note"],
      ...names("exports"),
      ...names("commands"),
      ...(beside === undefined ? {} : { beside }),
    };
  });
}

export function readChains(module: RecipeModule, value: unknown, at: ts.Node): Chains | undefined {
  if (value === undefined) return undefined;
  const texts = (holder: unknown, key: string): readonly string[] => {
    const list = isRecord(holder) ? holder[key] : undefined;
    if (!Array.isArray(list)) throw broken(module, at, `\`${key}\` of \`chains\` is a list of names`);
    return list.filter((name) => typeof name === "string");
  };
  const explicit = isRecord(value) ? value["explicit"] : undefined;
  const together = isRecord(value) ? value["together"] : undefined;
  if (typeof explicit !== "string") throw broken(module, at, "`explicit` of `chains` is a name");
  return {
    explicit,
    links: texts(value, "links"),
    ends: texts(value, "ends"),
    together: {
      visiting: texts(together, "visiting"),
      parting: texts(together, "parting"),
      ranging: texts(together, "ranging"),
      picking: texts(together, "picking"),
      plain: texts(together, "plain"),
    },
  };
}

/** A list of texts for each export, as a field of a recipe has it. */
export function readLists(
  module: RecipeModule,
  field: string,
  value: unknown,
  at: ts.Node,
): ReadonlyMap<string, readonly string[]> {
  const isTexts = (list: unknown): list is readonly string[] =>
    Array.isArray(list) && list.every((each) => typeof each === "string");
  const lists = Object.entries(value === undefined ? {} : isRecord(value) ? value : { value });
  return new Map(
    lists.map(([name, list]) => {
      if (!isTexts(list)) throw broken(module, at, `\`${field}\` has a list of texts for each export`);
      return [name, list];
    }),
  );
}

/** A range for each package, as a recipe has it. */
export function readRanges(module: RecipeModule, value: unknown, at: ts.Node): ReadonlyMap<string, string> {
  const ranges = Object.entries(value === undefined ? {} : isRecord(value) ? value : { value });
  return new Map(
    ranges.map(([name, range]) => {
      if (typeof range !== "string") throw broken(module, at, "`loads` has a range for each package");
      return [name, range];
    }),
  );
}

export function literalValue(module: RecipeModule, node: ts.Expression): unknown {
  const value = unwrap(node);
  if (ts.isStringLiteralLike(value)) return value.text;
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (value.kind === ts.SyntaxKind.TrueKeyword) return true;
  if (value.kind === ts.SyntaxKind.FalseKeyword) return false;
  if (ts.isArrayLiteralExpression(value))
    return value.elements.flatMap((element): unknown => {
      if (!ts.isSpreadElement(element)) return [literalValue(module, element)];
      const list = literalValue(module, element.expression);
      if (!Array.isArray(list)) throw broken(module, element, "what is spread here is a list");
      return list;
    });
  if (ts.isObjectLiteralExpression(value))
    return Object.fromEntries(
      value.properties.map((property) => {
        if (!ts.isPropertyAssignment(property))
          throw broken(module, property, "an object is written out, property by property");
        return [nameOf(property.name), literalValue(module, property.initializer)];
      }),
    );
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return `${literalValue(module, value.left)}${literalValue(module, value.right)}`;
  if (ts.isIdentifier(value)) {
    const named = findValue(module, value.text);
    if (named !== undefined) return literalValue(named.module, named.value);
  }
  throw broken(module, value, "this must be written out as a literal");
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name)
    ? name.text
    : name.getText();
}

export function broken(module: RecipeModule, node: ts.Node, message: string): ShrinkdepsError {
  const line = module.source.getLineAndCharacterOfPosition(node.getStart(module.source)).line + 1;
  return new ShrinkdepsError("recipe", message, { path: module.path, line });
}
