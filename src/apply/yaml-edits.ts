/** Edits on a YAML text that leave everything else of it as it is: whole lines go, comments of others stay. */
import type { YamlMap, YamlMember, YamlNode } from "../project/yaml/node.ts";
import type { TextEdit } from "../rewrite/plan.ts";

/** Edits inside one value; "empty" when nothing would be left in it. */
export type YamlEdits = readonly TextEdit[] | "empty";

interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * Edits that take members out of a mapping, with the blank lines between them; "empty" when all go. For files a program
 * writes: what stands between an entry and the next one goes with it.
 */
export function removeEntries(text: string, map: YamlMap, goes: (member: YamlMember) => boolean): YamlEdits {
  const members = [...map.members.values()];
  return removeParts(text, map, members, members.map(goes));
}

function removeParts(text: string, node: YamlNode, parts: readonly Part[], goes: readonly boolean[]): YamlEdits {
  if (parts.length > 0 && goes.every(Boolean)) return "empty";
  const isFlow = node.kind !== "scalar" && node.flow;
  const edits: TextEdit[] = [];
  for (let first = 0; first < parts.length; first++) {
    if (goes[first] !== true) continue;
    let last = first;
    while (goes[last + 1] === true) last++;
    const [from, to, previous, next] = [parts[first], parts[last], parts[first - 1], parts[last + 1]];
    if (from === undefined || to === undefined) continue;
    if (isFlow) {
      const start = next === undefined ? (previous?.end ?? from.start) : from.start;
      edits.push({ start, end: next?.start ?? to.end, text: "" });
    } else if (next !== undefined) {
      edits.push({ start: lineStart(text, from.start), end: lineStart(text, next.start), text: "" });
    } else {
      edits.push({ start: lineEnd(text, previous?.end ?? from.start), end: lineEnd(text, to.end), text: "" });
    }
    first = last;
  }
  return edits;
}

/**
 * Edits that take members out of a mapping a person writes: their own lines go, comments around them stay. A blank line
 * behind goes too where one stands before. "empty" when all go.
 */
export function removeLines(text: string, map: YamlMap, goes: (member: YamlMember) => boolean): YamlEdits {
  const members = [...map.members.values()];
  if (map.flow) return removeParts(text, map, members, members.map(goes));
  if (members.length > 0 && members.every(goes)) return "empty";
  const lines: { start: number; end: number }[] = [];
  for (const { start, end } of members.filter(goes)) {
    const from = lineStart(text, start);
    const to = nextLine(text, end);
    const blank = endsBlank(text, from) ? (/^\r?\n/.exec(text.slice(to))?.[0].length ?? 0) : 0;
    const last = lines.at(-1);
    if (last?.end === from) last.end = to + blank;
    else lines.push({ start: from, end: to + blank });
  }
  return lines.map(({ start, end }): TextEdit => {
    // At the end of the text the blank line before would be left over.
    const isLast = end >= text.length && start > 0 && endsBlank(text, start);
    const before = isLast ? (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0) : 0;
    return { start: start - before, end, text: "" };
  });
}

/** True at the start of the text and behind a blank line. */
function endsBlank(text: string, at: number): boolean {
  return at === 0 || /\n\r?\n$/.test(text.slice(0, at));
}

/** Edits of the values of some members, and the members of which nothing is left. */
export function editMembers(
  map: YamlMap,
  editsOf: (member: YamlMember) => YamlEdits,
  remove: (goes: (member: YamlMember) => boolean) => YamlEdits,
): YamlEdits {
  const all = new Map([...map.members.values()].map((member) => [member, editsOf(member)]));
  const own = remove((member) => all.get(member) === "empty");
  if (own === "empty") return own;
  return [...[...all.values()].flatMap((edits) => (edits === "empty" ? [] : edits)), ...own];
}

/** The edit that leaves `key: {}` of a member with a block below it. */
export function emptyMember(text: string, { start, end }: YamlMember): TextEdit {
  return { start: lineEnd(text, start), end, text: " {}" };
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Offset of the line end behind `at`. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end === -1) return text.length;
  return text[end - 1] === "\r" ? end - 1 : end;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}
