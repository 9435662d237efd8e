/** The text of a deno.lock as one structure, whatever its version: what it holds of npm, and what was asked for. */
import { parseJson } from "../../json.ts";
import { isRecord, stringEntries } from "../../manifest.ts";

export interface DenoLock {
  /** By what is asked for, "npm:chalk@^4": the id of the package that answers. */
  readonly specifiers: ReadonlyMap<string, string>;
  /** By id: "chalk@4.1.2", "react-dom@18.2.0_react@18.2.0". */
  readonly packages: ReadonlyMap<string, DenoPackage>;
  /** Copies of what deno.json and package.json of each directory ask for; undefined in a lockfile without any. */
  readonly workspaces: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

export interface DenoPackage {
  readonly name: string;
  readonly version: string;
  /** "_react@18.2.0", as the lockfile writes it. */
  readonly peers: string | undefined;
  readonly integrity: string | undefined;
  /** Where it comes from, when that is not the registry. */
  readonly tarball: string | undefined;
  /** Undefined in versions that do not tell. */
  readonly installScript: boolean | undefined;
  readonly needs: readonly DenoNeed[];
}

export interface DenoNeed {
  readonly name: string;
  readonly to: string;
  readonly kind: "prod" | "optional" | "peer";
}

export interface DenoDefect {
  readonly kind: "malformed" | "unsupported";
  readonly message: string;
  readonly line?: number | undefined;
  /** Path of the value in the JSON. */
  readonly at?: readonly string[];
}

/** Reads a deno.lock of version 3, 4 or 5; what is wrong with it is told instead. */
export function readDenoLock(text: string): DenoLock | DenoDefect {
  const reading = parseJson(text);
  if ("error" in reading) {
    return { kind: "malformed", message: `it is not valid JSON, ${reading.error.message}`, line: reading.error.line };
  }
  const json = reading.value;
  if (!isRecord(json)) return { kind: "malformed", message: "it must hold an object", line: 1 };
  const { version } = json;
  if (version !== "3" && version !== "4" && version !== "5") {
    const found = version === undefined ? "has no version" : `has version ${JSON.stringify(version)}`;
    return { kind: "unsupported", message: `it ${found}, and "3", "4" and "5" are known`, at: ["version"] };
  }
  const holder = version === "3" ? (isRecord(json.packages) ? json.packages : {}) : json;
  const entries = holder.npm ?? {};
  if (!isRecord(entries)) return { kind: "malformed", message: '"npm" is not an object', at: ["npm"] };
  const ids = new Map<string, string[]>();
  for (const id of Object.keys(entries)) {
    const { name } = splitId(id);
    const others = ids.get(name);
    if (others === undefined) ids.set(name, [id]);
    else others.push(id);
  }
  const packages = new Map<string, DenoPackage>();
  for (const [id, entry] of Object.entries(entries)) {
    const one = isRecord(entry) ? packageOf(id, entry, version, ids) : `the entry "${id}" is not an object`;
    if (typeof one === "string") return { kind: "malformed", message: one, at: ["npm", id] };
    packages.set(id, one);
  }
  const specifiers = new Map<string, string>();
  for (const [asked, answer] of stringEntries(holder.specifiers)) {
    if (!asked.startsWith("npm:")) continue;
    const name = splitId(asked.slice("npm:".length)).name;
    const id = version === "3" ? answer.replace(/^npm:/, "") : `${name}@${answer}`;
    if (!packages.has(id)) return { kind: "malformed", message: `it lacks ${id}, which answers "${asked}"` };
    specifiers.set(anyVersion(asked), id);
  }
  return { specifiers, packages, workspaces: isRecord(json.workspace) ? workspacesOf(json.workspace) : undefined };
}

/** Version 3 has "npm:chalk" where later ones have "npm:chalk@*". */
function anyVersion(asked: string): string {
  return asked.indexOf("@", "npm:@".length) === -1 ? `${asked}@*` : asked;
}

/** "@s/a@1.0.0_b@2.0.0": neither a name nor a version has a "_" that is followed by a name and a version. */
function splitId(id: string): { readonly name: string; readonly version: string; readonly peers: string | undefined } {
  const at = id.indexOf("@", 1);
  const name = at === -1 ? id : id.slice(0, at);
  const rest = at === -1 ? "" : id.slice(at + 1);
  const end = rest.indexOf("_");
  return end === -1
    ? { name, version: rest, peers: undefined }
    : { name, version: rest.slice(0, end), peers: rest.slice(end) };
}

/** The package, or what is wrong with it. */
function packageOf(
  id: string,
  entry: Readonly<Record<string, unknown>>,
  version: "3" | "4" | "5",
  ids: ReadonlyMap<string, readonly string[]>,
): DenoPackage | string {
  const needs: DenoNeed[] = [];
  for (const [section, kind] of sections) {
    for (const [name, to] of entriesOf(entry[section], ids)) {
      if (!ids.get(splitId(to).name)?.includes(to)) return `it lacks "${name}" of ${id}`;
      needs.push({ name, to, kind });
    }
  }
  const text = (value: unknown) => (typeof value === "string" ? value : undefined);
  return {
    ...splitId(id),
    integrity: text(entry.integrity),
    tarball: text(entry.tarball),
    installScript: version === "5" ? entry.scripts === true : undefined,
    needs,
  };
}

/** Before version 5 what is optional stands among what is not. Peers that are there are dependencies. */
const sections = [
  ["dependencies", "prod"],
  ["optionalDependencies", "optional"],
  ["optionalPeers", "peer"],
] as const;

/** In version 3 an object of names and ids; later a list of "name", "name@version" or "alias@npm:name@version". */
function entriesOf(value: unknown, ids: ReadonlyMap<string, readonly string[]>): [name: string, id: string][] {
  if (!Array.isArray(value)) return stringEntries(value);
  return value
    .filter((item): item is string => typeof item === "string")
    .map((item) => {
      const match = item.includes("@npm:") ? /^(@?[^@]+)@npm:(.+)$/.exec(item) : null;
      const [alias, target = item] = [match?.[1], match?.[2]];
      const { name } = splitId(target);
      const [only, another] = ids.get(name) ?? [];
      // A name alone stands for the one version there is.
      const id = target === name && only !== undefined && another === undefined ? only : target;
      return [alias ?? name, id];
    });
}

function workspacesOf(root: Readonly<Record<string, unknown>>): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map([["", askedBy(root)]]);
  const members = isRecord(root.members) ? Object.entries(root.members) : [];
  for (const [directory, member] of members) found.set(directory, askedBy(member));
  return found;
}

function askedBy(copy: unknown): ReadonlySet<string> {
  if (!isRecord(copy)) return new Set();
  const lists = [copy.dependencies, isRecord(copy.packageJson) ? copy.packageJson.dependencies : undefined];
  const all = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : []));
  return new Set(
    all.filter((item): item is string => typeof item === "string" && item.startsWith("npm:")).map(anyVersion),
  );
}
