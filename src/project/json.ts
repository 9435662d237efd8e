/**
 * JSON with places, so that an edit touches nothing else. Offsets are UTF-16 units of the text as it is, a BOM included;
 * lines and columns count from 1.
 */
import { lineAndColumn } from "./lines.ts";
import {
  scanJson,
  type JsonMember,
  type JsonNode,
  type JsonRange,
  type JsonReading,
  type JsonSyntaxError,
} from "./json-scan.ts";

export { lineAndColumn } from "./lines.ts";
export type { JsonMember, JsonNode, JsonRange, JsonReading, JsonSyntaxError } from "./json-scan.ts";
export { scanJson } from "./json-scan.ts";

export type JsonPath = readonly (string | number)[];

/** Where a value stands. `start` and `end` are the value's; line and column those of its key, or of an array's item. */
export interface JsonLocation extends JsonRange {
  readonly line: number;
  readonly column: number;
  /** From the key's first quote to the end of the value; the value itself in an array or at the root. */
  readonly property: JsonRange;
  readonly key: JsonRange | undefined;
  /** Offset of the comma behind it; undefined when it is the last. */
  readonly comma: number | undefined;
  /** End of what stands before it in its object or array: the comma's end, or the bracket's. */
  readonly after: number;
  readonly node: JsonNode;
}

export type JsonValue = { readonly value: unknown } | { readonly error: JsonSyntaxError };

/** The value of a JSON text, with or without a BOM; or where and how it is broken. `__proto__` is a key like any other. */
export function parseJson(text: string): JsonValue {
  try {
    return { value: JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text) };
  } catch {
    const reading = scanJson(text);
    if ("error" in reading) return reading;
    return { value: valueOf(reading.root) };
  }
}

/** The value of JSON with comments and trailing commas, as tsconfig.json is written; or where and how it is broken. */
export function parseJsonWithComments(text: string): JsonValue {
  try {
    // Node's own parser takes a tenth of the time. No text in quotes holds a line end, so these commas are in none.
    const value: unknown = JSON.parse(text.replace(/(?<=["\]}\w]),(?=\n[ \n]*[}\]])/g, ""));
    return { value };
  } catch {
    // It has comments, or is broken.
  }
  const reading = scanJson(text, { comments: true });
  return "error" in reading ? reading : { value: valueOf(reading.root) };
}

/**
 * The place of the value at a path of keys and indexes; [] is the whole document. Of a key that repeats, the last one,
 * which is the one that counts. Undefined when the text is no JSON or has nothing there.
 */
export function locateJson(text: string, path: JsonPath): JsonLocation | undefined {
  return locateAllJson(text, path).at(-1);
}

/** Like `locateJson`, with every repetition of the last key in the order of the text. */
export function locateAllJson(text: string, path: JsonPath): readonly JsonLocation[] {
  if (latest?.text !== text) latest = { text, reading: scanJson(text) };
  const { reading } = latest;
  if ("error" in reading) return [];
  let found: readonly Place[] = [
    { node: reading.root, member: undefined, comma: undefined, after: reading.root.start },
  ];
  for (const step of path) {
    const within = found.at(-1);
    if (within === undefined) return [];
    found = childrenAt(within.node, step);
  }
  return found.map((place) => locationOf(text, place));
}

/** Several places are asked for in the same text, one after the other. */
let latest: { readonly text: string; readonly reading: JsonReading } | undefined;

interface Place {
  readonly node: JsonNode;
  readonly member: JsonMember | undefined;
  readonly comma: number | undefined;
  readonly after: number;
}

function childrenAt(node: JsonNode, step: string | number): readonly Place[] {
  const places: Place[] = [];
  if (node.kind === "object") {
    node.members.forEach((member, index) => {
      if (member.key !== String(step)) return;
      const before = node.members[index - 1]?.comma;
      const after = before === undefined ? node.start + 1 : before + 1;
      places.push({ node: member.value, member, comma: member.comma, after });
    });
  }
  if (node.kind === "array" && typeof step === "number") {
    const item = node.items[step];
    const before = node.commas[step - 1];
    const after = before === undefined ? node.start + 1 : before + 1;
    if (item !== undefined) places.push({ node: item, member: undefined, comma: node.commas[step], after });
  }
  return places;
}

function locationOf(text: string, { node, member, comma, after }: Place): JsonLocation {
  const { start, end } = node;
  const key = member?.keyRange;
  const property = { start: key?.start ?? start, end };
  return { start, end, property, key, comma, after, node, ...lineAndColumn(text, property.start) };
}

function valueOf(node: JsonNode): unknown {
  if (node.kind === "array") return node.items.map(valueOf);
  if (node.kind !== "object") return node.value;
  // Object.fromEntries defines properties, so "__proto__" becomes an own one, as with JSON.parse.
  return Object.fromEntries(node.members.map((member) => [member.key, valueOf(member.value)]));
}
