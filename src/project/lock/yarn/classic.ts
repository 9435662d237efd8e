/** yarn.lock as yarn 1 writes it. */
import { lineAndColumn } from "../../lines.ts";
import { parseDescriptor } from "./descriptor.ts";
import { lockOf, placer, type YarnEntry, type YarnFacts, type YarnLockReading, type YarnNeed } from "./lock.ts";
import { readPlainClassic, type ClassicEntry } from "./plain-classic.ts";
import { readSyml, textOf, textsOf, type SymlMember } from "./syml.ts";

const header = /^# yarn lockfile v(\S+)\s*$/m;

/** Reads the text; nothing in it tells development from production, peers, or install scripts. */
export function readClassic(text: string): YarnLockReading {
  const version = header.exec(text)?.[1];
  if (version === undefined) {
    return { kind: "unsupported", message: "it has neither the heading of yarn 1 nor the __metadata of later ones" };
  }
  if (version !== "1") return { kind: "unsupported", message: `it is of lockfile v${version}, and v1 is known` };
  return readPlain(text) ?? readLines(text);
}

/** The reading of the shape that yarn writes; undefined for another one, and for a text that is to be complained about. */
export function readPlain(text: string): YarnLockReading | undefined {
  const written = readPlainClassic(text);
  if (written === undefined) return undefined;
  const place = placer(text, "classic");
  const entries: YarnEntry[] = [];
  const ids = new Set<string>();
  for (const one of written) {
    const entry = entryOf(one, ids);
    if (entry === undefined) return undefined;
    ids.add(entry.id);
    entries.push(place(entry, entries.length));
  }
  const reading = lockOf("classic", 1, entries, () => 0);
  return reading.kind === "read" ? reading : undefined;
}

/** The reading of any shape of the text, line by line. */
export function readLines(text: string): YarnLockReading {
  const reading = readSyml(text, "classic");
  if ("error" in reading) return { kind: "malformed", ...reading.error };
  const lineOf = (member: SymlMember) => lineAndColumn(text, member.start).line;
  const entries: YarnEntry[] = [];
  const ids = new Set<string>();
  for (const member of reading.members) {
    const entry = entryOfMember(member, ids);
    if (typeof entry === "string") return { kind: "malformed", message: entry, line: lineOf(member) };
    ids.add(entry.id);
    entries.push(entry);
  }
  return lockOf("classic", 1, entries, lineOf);
}

function entryOfMember(member: SymlMember, ids: ReadonlySet<string>): YarnEntry | string {
  const descriptors = member.keys.map(({ text }) => text);
  const nameless = `it has the entry "${descriptors[0]}", which names no package`;
  if (parseDescriptor(descriptors[0] ?? "") === undefined) return nameless;
  if ("text" in member.value) return `it has "${descriptors[0]}" without anything below it`;
  const { value } = member;
  const version = textOf(value, "version");
  if (version === undefined) return `it has "${descriptors[0]}" without a version`;
  const needs = [...needsOf(value, "dependencies", "prod"), ...needsOf(value, "optionalDependencies", "optional")];
  const [name, resolved, integrity] = ["name", "resolved", "integrity"].map((key) => textOf(value, key));
  const facts = entryOf({ descriptors, name, version, resolved, integrity, needs }, ids);
  return facts === undefined ? nameless : { ...facts, member };
}

/** Undefined when its first descriptor names no package. */
function entryOf(
  { descriptors, name: written, version, resolved, integrity, needs }: ClassicEntry,
  ids: ReadonlySet<string>,
): YarnFacts | undefined {
  const first = parseDescriptor(descriptors[0] ?? "");
  if (first === undefined) return undefined;
  const alias = first.range.startsWith("npm:") ? parseDescriptor(first.range.slice("npm:".length))?.name : undefined;
  const name = written ?? alias ?? first.name;
  const id = `${name}@${version}`;
  return {
    // Two entries can be of one version: under an alias, or from two places.
    id: ids.has(id) ? `${id} (${descriptors[0]})` : id,
    name,
    version,
    descriptors,
    needs,
    source: sourceOf(first.range, resolved),
    resolved,
    integrity,
    workspace: undefined,
  };
}

function needsOf(value: readonly SymlMember[], section: string, kind: "prod" | "optional"): YarnNeed[] {
  return textsOf(value, section).map(([name, range]) => ({ name, range, kind, optionalPeer: false }));
}

function sourceOf(range: string, resolved: string | undefined): YarnEntry["source"] {
  if (range.startsWith("link:")) return "link";
  if (range.startsWith("file:") || /^\.{0,2}\//.test(range)) return "file";
  if (resolved === undefined) return "unknown";
  if (/^git(?:\+|:|@)|\.git#/.test(resolved)) return "git";
  if (
    /^https:\/\/codeload\.github\.com\/|^https:\/\/(?:gitlab\.com|bitbucket\.org)\/.*\/(?:repository|get)\//.test(
      resolved,
    )
  )
    return "git";
  // A range, a tag or an alias is looked up in a registry; anything with a slash or a protocol is not.
  return range.startsWith("npm:") || !/[:/]/.test(range) ? "registry" : "url";
}
