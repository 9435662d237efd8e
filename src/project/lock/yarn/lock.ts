/** A yarn.lock of either dialect, as its text says. */
import type { PackageSource } from "../../graph.ts";
import { readSyml, type SymlMember, type YarnDialect } from "./syml.ts";

export interface YarnNeed {
  readonly name: string;
  readonly range: string;
  readonly kind: "prod" | "optional" | "peer";
  readonly optionalPeer: boolean;
}

export interface YarnEntry {
  /** What the lockfile calls it: berry's locator ("a@npm:1.0.0"), classic's "a@1.0.0"; unique. */
  readonly id: string;
  /** The name in its own manifest. */
  readonly name: string;
  readonly version: string;
  /** What it answers to, as asked: "a@^1.0.0", "b@npm:a@^1.0.0". */
  readonly descriptors: readonly string[];
  readonly needs: readonly YarnNeed[];
  readonly source: PackageSource;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  /** Directory of the workspace it stands for, in berry. */
  readonly workspace: string | undefined;
  readonly member: SymlMember;
}

export interface YarnLock {
  readonly dialect: YarnDialect;
  readonly entries: readonly YarnEntry[];
  readonly byDescriptor: ReadonlyMap<string, YarnEntry>;
  /** Berry's number of its way of writing; 1 in classic. */
  readonly version: number;
}

export type YarnLockReading =
  | { readonly kind: "read"; readonly lock: YarnLock }
  | { readonly kind: "malformed" | "unsupported"; readonly message: string; readonly line?: number };

/** An entry whose place in the text is not known. */
export type YarnFacts = Omit<YarnEntry, "member">;

/**
 * Gives entries their places by their order in the text. Those are looked for when the first is asked for, which only an
 * edit does. The getter is one for all entries, as one for each takes longer than reading them.
 */
export function placer(text: string, dialect: YarnDialect): (facts: YarnFacts, index: number) => YarnEntry {
  const memberAt = membersOf(text, dialect);
  const shared: Pick<YarnEntry, "member"> & ThisType<{ readonly index: number }> = {
    get member() {
      return memberAt(this.index);
    },
  };
  return (facts, index) => Object.setPrototypeOf(Object.assign(facts, { index }), shared);
}

function membersOf(text: string, dialect: YarnDialect): (index: number) => SymlMember {
  let members: readonly SymlMember[] | undefined;
  return (index) => {
    const reading = members === undefined ? readSyml(text, dialect) : { members };
    if ("error" in reading) throw new Error(`two readers of yarn.lock disagree: ${reading.error.message}`);
    members ??= reading.members.filter(({ keys }) => keys[0]?.text !== "__metadata");
    const member = members[index];
    if (member === undefined) throw new Error(`two readers of yarn.lock disagree about entry ${index}`);
    return member;
  };
}

/** The lock of these entries; or which descriptor two of them answer to. */
export function lockOf(
  dialect: YarnDialect,
  version: number,
  entries: readonly YarnEntry[],
  lineOf: (member: SymlMember) => number,
): YarnLockReading {
  const byDescriptor = new Map<string, YarnEntry>();
  for (const entry of entries) {
    for (const descriptor of entry.descriptors) {
      if (byDescriptor.has(descriptor)) {
        return { kind: "malformed", message: `it has "${descriptor}" twice`, line: lineOf(entry.member) };
      }
      byDescriptor.set(descriptor, entry);
    }
  }
  return { kind: "read", lock: { dialect, version, entries, byDescriptor } };
}
