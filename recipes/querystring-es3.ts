import { defineRecipe } from "../src/recipe.ts";

// node:querystring answers otherwise: no prototype, no empty fields, no error for a bad escape.
export default defineRecipe({
  package: "querystring-es3",
  versions: ">=0.2.0 <0.3.0",
  replacement: "decodeURIComponent and encodeURIComponent",
  floor: { node: "6.0.0", baseline: "2016-09" },
  require: "namespace",
  exports: { parse, decode: parse, stringify, encode: stringify },
});

function parse(
  text: string,
  separator?: string,
  equals?: string,
  options?: { maxKeys?: number },
): Record<string, string | string[] | undefined>;
/** The fields of a query, each a text, or a list of texts where a name comes several times. */
function parse(text: unknown, separator?: unknown, equals?: unknown, options?: unknown): unknown {
  const fields: Record<string, unknown> = {};
  if (typeof text !== "string" || text === "") return fields;
  const sign = (equals || "=") as string;
  const parts = text.split((separator || "&") as string);
  const asked = options ? (options as { maxKeys?: unknown }).maxKeys : undefined;
  const most = typeof asked === "number" ? asked : 1000;
  for (const part of most > 0 ? parts.slice(0, Math.ceil(most)) : parts) {
    const field = part.replace(/\+/g, "%20");
    const at = field.indexOf(sign);
    const name = decodeURIComponent(at < 0 ? field : field.slice(0, at));
    const value = decodeURIComponent(at < 0 ? "" : field.slice(at + 1));
    const before = fields[name];
    if (!Object.prototype.hasOwnProperty.call(fields, name)) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}

function stringify(fields: unknown, separator?: string, equals?: string, name?: string): string;
/** A query of the properties of an object, several fields for a list; of anything else, a field of that name. */
function stringify(fields: unknown, separator?: unknown, equals?: unknown, name?: unknown): string {
  const between = (separator || "&") as string;
  const sign = (equals || "=") as string;
  if (typeof fields !== "object" || fields === null) return name ? encodeField(name) + sign + encodeField(fields) : "";
  return Object.keys(fields)
    .map((key) => {
      const start = encodeField(key) + sign;
      const value: unknown = (fields as Record<string, unknown>)[key];
      return Array.isArray(value)
        ? value.map((each) => start + encodeField(each)).join(between)
        : start + encodeField(value);
    })
    .join(between);
}

function encodeField(value: unknown): string {
  const isText = typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
  return isText ? encodeURIComponent(value as string) : "";
}
