/** Entries of a yarn.lock of yarn 1 by one pattern each, as plain.ts has it for later ones. */
import type { YarnNeed } from "./lock.ts";
import { unquoted } from "./plain.ts";

/** What an entry says, unquoted. */
export interface ClassicEntry {
  readonly descriptors: readonly string[];
  readonly name: string | undefined;
  readonly version: string;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly needs: readonly YarnNeed[];
}

// Without a backslash and a control character a text in quotes means what it shows.
// A "#" would begin a comment.
const text = String.raw`(?:"[^"\\\x00-\x1f]*"|[^\s:,"[\]\\#][^\s:,"[\]\\]*)`;
const texts = String.raw`((?:    ${text} ${text}\n)+)`;
const entry = new RegExp(
  [
    String.raw`\n+(${text}(?:, ${text})*):\n`,
    String.raw`(?:  name (${text})\n)?`,
    String.raw`  version (${text})\n`,
    String.raw`(?:  resolved (${text})\n)?`,
    String.raw`(?:  integrity (${text})\n)?`,
    String.raw`(?:  dependencies:\n${texts})?`,
    String.raw`(?:  optionalDependencies:\n${texts})?`,
  ].join(""),
  "y",
);
const texting = new RegExp(text, "g");
const head = /(?:#.*\n)+/y;

/** What a lock says; undefined when a part of it has another shape. */
export function readPlainClassic(lock: string): readonly ClassicEntry[] | undefined {
  head.lastIndex = 0;
  if (!head.test(lock)) return undefined;
  const entries: ClassicEntry[] = [];
  entry.lastIndex = head.lastIndex;
  for (let at = head.lastIndex; at < lock.length; at = entry.lastIndex) {
    const match = entry.exec(lock);
    if (match === null) return undefined;
    const [, keys = "", name, version = "", resolved, integrity, needed, optional] = match;
    entries.push({
      descriptors: keys.includes(",") ? (keys.match(texting) ?? []).map(unquoted) : [unquoted(keys)],
      name: name && unquoted(name),
      version: unquoted(version),
      resolved: resolved && unquoted(resolved),
      integrity: integrity && unquoted(integrity),
      needs: needsOf(optional, "optional", needsOf(needed, "prod", [])),
    });
  }
  return entries;
}

function needsOf(lines: string | undefined, kind: "prod" | "optional", needs: YarnNeed[]): YarnNeed[] {
  for (let at = 0; lines !== undefined && at < lines.length;) {
    const start = at + 4;
    const between = lines[start] === '"' ? lines.indexOf('"', start + 1) + 1 : lines.indexOf(" ", start);
    const end = lines.indexOf("\n", between);
    const [name, range] = [unquoted(lines.slice(start, between)), unquoted(lines.slice(between + 1, end))];
    needs.push({ name, range, kind, optionalPeer: false });
    at = end + 1;
  }
  return needs;
}
