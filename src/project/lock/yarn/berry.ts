/** yarn.lock as yarn 2 and later write it. */
import { lineAndColumn } from "../../lines.ts";
import type { PackageSource } from "../../graph.ts";
import { parseDescriptor, type Descriptor } from "./descriptor.ts";
import { lockOf, placer, type YarnEntry, type YarnFacts, type YarnLockReading, type YarnNeed } from "./lock.ts";
import { readPlainBerry, type WrittenEntry } from "./plain.ts";
import { readSyml, textOf, textsOf, type SymlMember } from "./syml.ts";

/** Yarn 2 wrote 4, yarn 3 wrote 5 and 6, yarn 4 wrote 7 to 10. */
const versions = { first: 4, last: 10 };

export function readBerry(text: string): YarnLockReading {
  return readPlain(text) ?? readLines(text);
}

/** The reading of the shape that yarn writes; undefined for another one, and for a text that is to be complained about. */
export function readPlain(text: string): YarnLockReading | undefined {
  const written = readPlainBerry(text);
  if (written === undefined || !(written.version >= versions.first && written.version <= versions.last))
    return undefined;
  const place = placer(text, "berry");
  const entries: YarnEntry[] = [];
  for (const one of written.entries) {
    const entry = entryOf(one);
    if (entry === undefined) return undefined;
    entries.push(place(entry, entries.length));
  }
  const reading = lockOf("berry", written.version, entries, () => 0);
  return reading.kind === "read" ? reading : undefined;
}

/** The reading of any shape of the text, line by line. */
export function readLines(text: string): YarnLockReading {
  const reading = readSyml(text, "berry");
  if ("error" in reading) return { kind: "malformed", ...reading.error };
  const lineOf = (member: SymlMember) => lineAndColumn(text, member.start).line;
  const metadata = reading.members.find((member) => member.keys[0]?.text === "__metadata");
  const written = metadata === undefined || "text" in metadata.value ? undefined : textOf(metadata.value, "version");
  const version = Number(written);
  if (metadata === undefined || !(version >= versions.first && version <= versions.last)) {
    const found = written === undefined ? "no version in its __metadata" : `version ${written} in its __metadata`;
    const message = `it has ${found}, and ${versions.first} to ${versions.last} are known`;
    return { kind: "unsupported", message, ...(metadata !== undefined && { line: lineOf(metadata) }) };
  }
  const entries: YarnEntry[] = [];
  for (const member of reading.members) {
    if (member === metadata) continue;
    const entry = entryOfMember(member);
    if (typeof entry === "string") return { kind: "malformed", message: entry, line: lineOf(member) };
    entries.push(entry);
  }
  return lockOf("berry", version, entries, lineOf);
}

function entryOfMember(member: SymlMember): YarnEntry | string {
  const key = member.keys[0]?.text ?? "";
  if ("text" in member.value) return `it has "${key}" without anything below it`;
  const { value } = member;
  const resolution = textOf(value, "resolution");
  const version = textOf(value, "version");
  const isNamed = resolution !== undefined && parseDescriptor(resolution) !== undefined;
  if (isNamed && version === undefined) return `it has "${key}" without a version`;
  const written = { key, resolution: resolution ?? "", version: version ?? "", checksum: textOf(value, "checksum") };
  const facts = entryOf({ ...written, needs: needsOf(value) });
  return facts === undefined ? `it has "${key}" without a resolution` : { ...facts, member };
}

/** Undefined when its resolution names no package. */
function entryOf({ key, resolution, version, checksum, needs }: WrittenEntry): YarnFacts | undefined {
  const locator = parseDescriptor(resolution);
  if (locator === undefined) return undefined;
  const { name, range } = locator;
  return {
    id: resolution,
    name,
    version,
    descriptors: key.includes(",") ? key.split(/ *, */) : [key],
    needs,
    source: sourceOf(locator),
    // What a locator names is where it was fetched from, except that "npm:" leaves the registry to the settings.
    resolved: range.startsWith("npm:") ? archiveOf(range) : range,
    integrity: checksum,
    workspace: range.startsWith("workspace:") ? directoryOf(range.slice("workspace:".length)) : undefined,
  };
}

/** A package of another registry's address has it behind its version: "npm:1.0.0::__archiveUrl=https%3A%2F%2F…". */
function archiveOf(reference: string): string | undefined {
  const url = /::(?:.*&)?__archiveUrl=([^&]+)/.exec(reference)?.[1];
  if (url === undefined) return undefined;
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function directoryOf(path: string): string {
  return path === "." ? "" : path;
}

function needsOf(value: readonly SymlMember[]): YarnNeed[] {
  const optional = markedOptional(value, "dependenciesMeta");
  const optionalPeers = markedOptional(value, "peerDependenciesMeta");
  return [
    ...textsOf(value, "dependencies").map(([name, range]): YarnNeed => ({
      name,
      range,
      kind: optional.has(name) ? "optional" : "prod",
      optionalPeer: false,
    })),
    ...textsOf(value, "peerDependencies").map(([name, range]): YarnNeed => ({
      name,
      range,
      kind: "peer",
      optionalPeer: optionalPeers.has(name),
    })),
  ];
}

function markedOptional(value: readonly SymlMember[], section: string): ReadonlySet<string> {
  const meta = value.find((member) => member.keys[0]?.text === section)?.value;
  if (meta === undefined || "text" in meta) return new Set();
  const marked = meta.filter((member) => !("text" in member.value) && textOf(member.value, "optional") === "true");
  return new Set(marked.map((member) => member.keys[0]?.text ?? ""));
}

const protocols: Readonly<Record<string, PackageSource>> = {
  "npm:": "registry",
  "workspace:": "workspace",
  "patch:": "patch",
  "portal:": "link",
  "link:": "link",
  "file:": "file",
  "exec:": "file",
  "git:": "git",
  "ssh:": "git",
};

function sourceOf({ range }: Descriptor): PackageSource {
  if (range.startsWith("npm:") && !range.includes("#")) return "registry";
  const protocol = /^[a-z+]+:/.exec(range)?.[0] ?? "";
  if (protocol.startsWith("git+") || /\.git#|#commit=/.test(range) || range.startsWith("git@")) return "git";
  if (Object.hasOwn(protocols, protocol)) return protocols[protocol] ?? "unknown";
  return protocol === "https:" || protocol === "http:" ? "url" : "unknown";
}
