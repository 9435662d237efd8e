/** The smallest edits that bring the text of a lockfile in step with what changed in its tree. */
import type { JsonMember, JsonNode } from "../../../project/json.ts";
import type { TextEdit } from "../../../rewrite/plan.ts";
import { insertMember, memberOf, objectAt, removeMembers, type JsonObject } from "../../json-edits.ts";
import { removeFromSections } from "../../manifest.ts";
import type { Removals } from "../editor.ts";
import type { TreeChange, WrittenFlag } from "./change.ts";
import { legacyEntries } from "./read.ts";
import type { LockTree } from "./tree.ts";

/** Edits of "packages": entries that leave, importers that ask for less, flags that change. */
export function packagesEdits(text: string, packages: JsonObject, removals: Removals, change: TreeChange): TextEdit[] {
  const leaves = (member: JsonMember) => change.leaves.has(member.key);
  const within = packages.members.flatMap((member) => {
    const { key: id, value } = member;
    if (value.kind !== "object" || leaves(member)) return [];
    const names = removals.get(id);
    return names === undefined ? flagEdits(text, value, change.flags.get(id)) : removeFromSections(value, names);
  });
  return [...within, ...removeMembers(packages, leaves)];
}

/** The same for the nested "dependencies" of versions 1 and 2. */
export function legacyEdits(
  text: string,
  lock: JsonObject,
  removals: Removals,
  change: TreeChange,
  after: LockTree,
): TextEdit[] {
  const entries = legacyEntries(lock);
  const leaving = new Set<JsonNode>(entries.filter(({ id }) => change.leaves.has(id)).map(({ entry }) => entry));
  const edits: TextEdit[] = [];
  for (const object of [lock, ...entries.map(({ entry }) => entry)]) {
    if (isWithin(object, leaving)) continue;
    const dependencies = objectAt(object, "dependencies");
    const isEmptied = dependencies?.members.length !== 0 && dependencies?.members.every((m) => leaving.has(m.value));
    const own = entries.find(({ entry }) => entry === object);
    const directory = own === undefined ? "" : own.target;
    const names = directory === undefined ? undefined : removals.get(directory);
    const hasNoEdges = names !== undefined && after.get(directory ?? "")?.edges.length === 0;
    const requires = memberOf(object, "requires");
    // npm leaves the root's own "requires": true where it is.
    const goes = (m: JsonMember) =>
      (isEmptied === true && m.key === "dependencies") || (hasNoEdges && own !== undefined && m.key === "requires");
    const flags = own === undefined || own.target !== undefined ? undefined : change.flags.get(own.id);
    edits.push(...flagEdits(text, object, flags, goes));
    if (dependencies !== undefined && isEmptied !== true) {
      edits.push(...removeMembers(dependencies, (member) => leaving.has(member.value)));
    }
    if (names !== undefined && !hasNoEdges && requires?.value.kind === "object") {
      edits.push(...removeMembers(requires.value, (member) => names.has(member.key)));
    }
  }
  return edits;
}

function isWithin(object: JsonObject, leaving: ReadonlySet<JsonNode>): boolean {
  return [...leaving].some((node) => node.start <= object.start && object.end <= node.end);
}

/** Edits that set and unset flags of one entry, and take other members out of it. */
function flagEdits(
  text: string,
  entry: JsonObject,
  flags: readonly (readonly [WrittenFlag, boolean])[] = [],
  alsoGoes: (member: JsonMember) => boolean = () => false,
): TextEdit[] {
  const unset = new Set<string>(flags.filter(([, is]) => !is).map(([flag]) => flag));
  const goes = (member: JsonMember) => unset.has(member.key) || alsoGoes(member);
  const set = flags.filter(([flag, is]) => is && memberOf(entry, flag) === undefined);
  const added = set.map(([key]) =>
    insertMember(
      text,
      entry,
      { key, value: "true" },
      (member) => follows(member, key),
      (member) => !goes(member),
    ),
  );
  return [...added, ...removeMembers(entry, goes)];
}

const leading: ReadonlySet<string> = new Set(["name", "version", "lockfileVersion", "resolved", "integrity"]);

/** npm's order in an entry: its leading keys, other plain values by name, then objects. */
function follows(member: JsonMember, flag: string): boolean {
  if (member.value.kind === "object") return true;
  return !leading.has(member.key) && member.key.localeCompare(flag, "en") > 0;
}
