/**
 * Entries of a yarn.lock of berry by one pattern each, in the shape that yarn writes nearly all of them in: a reader of
 * lines takes several times as long. A file with anything else in it is not read here at all.
 */
import type { YarnNeed } from "./lock.ts";

/** What an entry says, unquoted. */
export interface WrittenEntry {
  /** Its descriptors as they stand: "a@npm:^1.0.0, a@npm:^1.1.0". */
  readonly key: string;
  readonly version: string;
  readonly resolution: string;
  readonly checksum: string | undefined;
  readonly needs: readonly YarnNeed[];
}

export interface WrittenLock {
  readonly version: number;
  readonly entries: readonly WrittenEntry[];
}

// Without a backslash and a control character a text in quotes means what it shows.
const quoted = String.raw`"[^"\\\x00-\x1f]*"`;
const name = String.raw`(?:\w[\w.-]*|"[^"\\:\x00-\x1f]+")`;
const value = String.raw`(?:[\w^~.<=](?: ?[\w.^~<=>|+*/@-])*|${quoted})`;
const texts = String.raw`((?:    ${name}: ${value}\n)+)`;
const marks = String.raw`((?:    ${name}:\n      optional: true\n)+)`;
const entry = new RegExp(
  [
    String.raw`\n(?:(${quoted})|\? (${quoted})\n):\n`,
    String.raw`  version: (${value})\n`,
    String.raw`  resolution: (${quoted})\n`,
    String.raw`(?:  dependencies:\n${texts})?`,
    String.raw`(?:  peerDependencies:\n${texts})?`,
    String.raw`(?:  dependenciesMeta:\n${marks})?`,
    String.raw`(?:  peerDependenciesMeta:\n${marks})?`,
    String.raw`(?:  bin:\n(?:    ${name}: ${value}\n)+)?`,
    String.raw`(?:  checksum: ([\w/]+)\n)?`,
    String.raw`(?:  conditions: [\w(].*\S\n)?`,
    String.raw`  languageName: \w+\n  linkType: (?:hard|soft)\n`,
  ].join(""),
  "y",
);
const head = /(?:#.*\n)*\n*__metadata:\n {2}version: (\d+)\n(?: {2}cacheKey: \w+\n)?/y;

/** What a lock says; undefined when a part of it has another shape. */
export function readPlainBerry(text: string): WrittenLock | undefined {
  head.lastIndex = 0;
  const version = head.exec(text)?.[1];
  if (version === undefined) return undefined;
  const entries: WrittenEntry[] = [];
  entry.lastIndex = head.lastIndex;
  for (let at = head.lastIndex; at < text.length; at = entry.lastIndex) {
    const match = entry.exec(text);
    if (match === null) return undefined;
    entries.push({
      key: unquoted(match[1] ?? match[2] ?? ""),
      version: unquoted(match[3] ?? ""),
      resolution: unquoted(match[4] ?? ""),
      needs: [...needsOf(match[5], "prod", namesOf(match[7])), ...needsOf(match[6], "peer", namesOf(match[8]))],
      checksum: match[9],
    });
  }
  return { version: Number(version), entries };
}

function needsOf(lines: string | undefined, kind: "prod" | "peer", marked: ReadonlySet<string>): YarnNeed[] {
  const needs: YarnNeed[] = [];
  for (let at = 0; lines !== undefined && at < lines.length;) {
    const colon = lines.indexOf(": ", at);
    const end = lines.indexOf("\n", colon);
    const need = unquoted(lines.slice(at + 4, colon));
    const isMarked = marked.has(need);
    needs.push({
      name: need,
      range: unquoted(lines.slice(colon + 2, end)),
      kind: kind === "prod" && isMarked ? "optional" : kind,
      optionalPeer: kind === "peer" && isMarked,
    });
    at = end + 1;
  }
  return needs;
}

const nobody: ReadonlySet<string> = new Set();

function namesOf(lines: string | undefined): ReadonlySet<string> {
  if (lines === undefined) return nobody;
  const names = lines.split("\n").filter((line) => line.startsWith("    ") && line[4] !== " ");
  return new Set(names.map((line) => unquoted(line.slice(4, -1))));
}

/** A text without the quotes it may stand in. */
export function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
