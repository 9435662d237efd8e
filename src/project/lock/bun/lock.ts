/** The text of a bun.lock as one structure: JSON with trailing commas, packages by the folder they are hoisted to. */
import { parseJsonWithComments } from "../../json.ts";
import { isRecord, stringEntries } from "../../manifest.ts";
import { needsOf, type Need } from "../needs.ts";

export interface BunLock {
  readonly json: Readonly<Record<string, unknown>>;
  /** Copies of the manifests by directory ("" is the root's). */
  readonly workspaces: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** By key: "a/b" is what `a` finds as "b"; the first step may be the name of a workspace. */
  readonly places: ReadonlyMap<string, BunPackage>;
}

export interface BunPackage {
  /** "left-pad@1.3.0": the same wherever it is hoisted to. */
  readonly ident: string;
  readonly name: string;
  /** "1.3.0", "workspace:packages/a", "github:…#…", "file:…", "https://…". */
  readonly resolution: string;
  readonly integrity: string | undefined;
  /** Where a release comes from, when that is not the registry bun knows: a tarball, or a registry. */
  readonly address: string | undefined;
  readonly needs: readonly Need[];
}

export type BunDefect = {
  readonly kind: "malformed" | "unsupported";
  readonly message: string;
  readonly line?: number | undefined;
  /** Path of the value in the JSON. */
  readonly at?: readonly (string | number)[];
};

const versions: readonly unknown[] = [0, 1, 2];

/** Reads a bun.lock of version 0, 1 or 2; what is wrong with it is told instead. */
export function readBunLock(text: string): BunLock | BunDefect {
  const reading = parseJsonWithComments(text);
  if ("error" in reading) {
    return { kind: "malformed", message: `it is not valid JSON, ${reading.error.message}`, line: reading.error.line };
  }
  const json = reading.value;
  if (!isRecord(json)) return { kind: "malformed", message: "it must hold an object", line: 1 };
  if (!versions.includes(json.lockfileVersion)) {
    const version = JSON.stringify(json.lockfileVersion);
    const found = version === undefined ? "has no lockfileVersion" : `has lockfileVersion ${version}`;
    return {
      kind: "unsupported",
      message: `it ${found}, and ${versions.join(", ")} are known`,
      at: ["lockfileVersion"],
    };
  }
  const { workspaces, packages = {} } = json;
  if (!isRecord(workspaces)) return { kind: "malformed", message: 'it has no object "workspaces"' };
  if (!isRecord(packages)) return { kind: "malformed", message: '"packages" is not an object', at: ["packages"] };
  const copies = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [directory, copy] of Object.entries(workspaces)) if (isRecord(copy)) copies.set(directory, copy);
  const places = new Map<string, BunPackage>();
  for (const [key, entry] of Object.entries(packages)) {
    const one = packageOf(entry);
    if (one === undefined) {
      return {
        kind: "malformed",
        message: `the entry ${JSON.stringify(key)} is not understood`,
        at: ["packages", key],
      };
    }
    places.set(key, one);
  }
  return { json, workspaces: copies, places };
}

/** ["name@version", "registry", { dependencies… }, "sha512-…"]; without the registry for what comes from elsewhere. */
function packageOf(entry: unknown): BunPackage | undefined {
  if (!Array.isArray(entry)) return undefined;
  const ident: unknown = entry[0];
  if (typeof ident !== "string") return undefined;
  const at = ident.indexOf("@", 1);
  if (at === -1) return undefined;
  const second: unknown = entry[1];
  const facts: unknown = entry.find((item) => isRecord(item));
  const integrity: unknown = entry.find(
    (item, index) => index > 0 && typeof item === "string" && /^sha\d+-/.test(item),
  );
  return {
    ident,
    name: ident.slice(0, at),
    resolution: ident.slice(at + 1),
    address: typeof second === "string" && /^https?:/.test(second) ? second : undefined,
    integrity: typeof integrity === "string" ? integrity : undefined,
    needs: isRecord(facts) ? needsOfFacts(facts) : [],
  };
}

/** As in a manifest, but optional peers are listed by name. */
export function needsOfFacts(facts: Readonly<Record<string, unknown>>): Need[] {
  const optional: readonly unknown[] = Array.isArray(facts.optionalPeers) ? facts.optionalPeers : [];
  return needsOf(facts, false).map((need) =>
    need.kind === "peer" && optional.includes(need.name) ? { ...need, optionalPeer: true } : need,
  );
}

/** The steps of a key: "@s/a/b" has two. */
export function stepsOf(key: string): string[] {
  return key.match(/@[^/]+\/[^/]+|[^/]+/g) ?? [];
}

/** What `name` is for the package at these steps: the nearest place on the way up. */
export function placeOf(lock: BunLock, steps: readonly string[], name: string): string | undefined {
  for (let length = steps.length; length >= 0; length--) {
    const key = [...steps.slice(0, length), name].join("/");
    if (lock.places.has(key)) return key;
  }
  return undefined;
}

/** Where the names that a manifest asks for are looked up from: a workspace by its name, the root at the top. */
export function stepsOfWorkspace(lock: BunLock, directory: string): readonly string[] {
  const name = lock.workspaces.get(directory)?.name;
  return directory === "" || typeof name !== "string" ? [] : [name];
}

/** Entries of the catalogs as "default" and "left-pad" joined by a line end, with their ranges. */
export function bunCatalogs(json: Readonly<Record<string, unknown>>): Map<string, string> {
  const named = isRecord(json.catalogs) ? Object.entries(json.catalogs) : [];
  return new Map(
    [["default", json.catalog] as const, ...named].flatMap(([catalog, entries]) =>
      stringEntries(entries).map(([name, range]): [string, string] => [`${catalog}\n${name}`, range]),
    ),
  );
}
