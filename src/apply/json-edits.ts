/** Edits on a JSON text that leave everything else of it as it is: what goes takes its own line and comma along. */
import type { JsonMember, JsonNode, JsonRange } from "../project/json.ts";
import type { TextEdit } from "../rewrite/plan.ts";

export type JsonObject = Extract<JsonNode, { kind: "object" }>;
export type JsonArray = Extract<JsonNode, { kind: "array" }>;

/** The text with edits applied; they may come in any order and must not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) throw new Error(`edits overlap at ${edit.start}`);
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** Edits that take members out of an object; one left without members becomes `{}`. */
export function removeMembers(object: JsonObject, goes: (member: JsonMember) => boolean): TextEdit[] {
  const ranges = object.members.map((member) => ({ start: member.keyRange.start, end: member.value.end }));
  return removeItems(object, ranges, object.members.map(goes));
}

/** Edits that take items out of an array; one left without items becomes `[]`. */
export function removeArrayItems(array: JsonArray, goes: (item: JsonNode) => boolean): TextEdit[] {
  return removeItems(array, array.items, array.items.map(goes));
}

function removeItems(container: JsonRange, items: readonly JsonRange[], goes: readonly boolean[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < items.length; first++) {
    if (goes[first] !== true) continue;
    let last = first;
    while (goes[last + 1] === true) last++;
    const next = items[last + 1];
    const previous = items[first - 1];
    const start = next === undefined ? (previous?.end ?? container.start + 1) : items[first]?.start;
    const end = next?.start ?? (previous === undefined ? container.end - 1 : items[last]?.end);
    if (start !== undefined && end !== undefined) edits.push({ start, end, text: "" });
    first = last;
  }
  return edits;
}

/**
 * The edit that adds a member with a scalar value in front of the first member that `follows`, else at the end, in the
 * spacing of its neighbours. `stays` tells the members that `removeMembers` leaves in the same object.
 */
export function insertMember(
  text: string,
  object: JsonObject,
  added: { readonly key: string; readonly value: string },
  follows: (member: JsonMember) => boolean,
  stays: (member: JsonMember) => boolean,
): TextEdit {
  const first = object.members[0];
  const colon = first === undefined ? ": " : text.slice(first.keyRange.end, first.value.start);
  const blank = first === undefined ? " " : text.slice(object.start + 1, first.keyRange.start);
  const member = `${JSON.stringify(added.key)}${colon}${added.value}`;
  const kept = object.members.filter(stays);
  const next = kept.find(follows)?.keyRange.start;
  if (next !== undefined) return { start: next, end: next, text: `${member},${blank}` };
  const end = kept.at(-1)?.value.end;
  if (end !== undefined) return { start: end, end, text: `,${blank}${member}` };
  return { start: object.start + 1, end: object.start + 1, text: `${blank}${member}` };
}

/** The object's member of a key: the last one of several, which is the one that counts. */
export function memberOf(object: JsonObject, key: string): JsonMember | undefined {
  return object.members.findLast((member) => member.key === key);
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = memberOf(object, key)?.value;
  return value?.kind === "object" ? value : undefined;
}

export function stringAt(object: JsonObject, key: string): string | undefined {
  const value = memberOf(object, key)?.value;
  return value?.kind === "string" ? value.value : undefined;
}
