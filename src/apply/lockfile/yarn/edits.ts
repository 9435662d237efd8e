/** The smallest edits of a yarn.lock: entries that leave, keys nobody asks for any more, what workspaces ask for. */
import type { YarnEntry, YarnLock } from "../../../project/lock/yarn/lock.ts";
import type { SymlMember, YarnDialect } from "../../../project/lock/yarn/syml.ts";
import { isRecord, type RawManifest } from "../../../project/manifest.ts";
import type { TextEdit } from "../../../rewrite/plan.ts";

interface Block {
  readonly entry: YarnEntry;
  /** Its keys once those that leave are gone. */
  readonly keys: readonly string[];
  /** From its first line to that of the next entry, or to the end of the last line of the last. */
  readonly start: number;
  readonly end: number;
}

/** `before` and `after` are the manifests with and without what is removed. */
export function entryEdits(
  text: string,
  lock: YarnLock,
  leaving: ReadonlySet<string>,
  before: readonly RawManifest[],
  after: readonly RawManifest[],
): TextEdit[] {
  const blocks = lock.entries.map((entry, index): Block => {
    const keys = entry.descriptors.filter((key) => !leaving.has(key));
    const next = lock.entries[index + 1]?.member.start;
    return { entry, keys, start: entry.member.start, end: next ?? entry.member.end };
  });
  const edits: TextEdit[] = [];
  const stays = blocks.filter(({ keys }) => keys.length > 0);
  const moves = movedBlocks(lock, stays);
  edits.push(...removedBlocks(blocks, (block) => block.keys.length === 0 || moves.includes(block)));
  for (const block of stays) {
    if (moves.includes(block)) continue;
    if (block.keys.length < block.entry.descriptors.length) edits.push(keyEdit(text, lock.dialect, block));
    const { workspace } = block.entry;
    const index = before.findIndex(({ directory }) => directory === workspace);
    const [was, is] = [before[index], after[index]];
    if (was !== undefined && is !== undefined) edits.push(...workspaceEdits(block.entry.member, was, is));
  }
  const fixed = stays.filter((block) => !moves.includes(block));
  edits.push(...moves.map((block) => insertion(text, lock.dialect, block, fixed)));
  return [...edits, ...cacheKeyEdits(text, lock, stays)];
}

/** Yarn 2 and 3 name the kind of their checksums for as long as there is one. */
function cacheKeyEdits(text: string, { version, dialect, entries }: YarnLock, stays: readonly Block[]): TextEdit[] {
  const isTold = dialect === "berry" && version <= 6 && entries.some(({ integrity }) => integrity !== undefined);
  if (!isTold || stays.some(({ entry }) => entry.integrity !== undefined)) return [];
  const line = /^  cacheKey: .*\r?\n/m.exec(text);
  return line === null ? [] : [{ start: line.index, end: line.index + line[0].length, text: "" }];
}

/** Neighbours that leave go in one cut; the last one of the file takes the blank line before it. */
function removedBlocks(blocks: readonly Block[], goes: (block: Block) => boolean): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < blocks.length; first++) {
    if (!goes(blocks[first]!)) continue;
    let last = first;
    while (last + 1 < blocks.length && goes(blocks[last + 1]!)) last++;
    const isLast = last === blocks.length - 1;
    const previous = isLast ? blocks[first - 1] : undefined;
    const start = previous?.entry.member.end ?? blocks[first]!.start;
    edits.push({ start, end: blocks[last]!.end, text: "" });
    first = last;
  }
  return edits;
}

/** Blocks to be put where yarn's order has them now: it sorts by keys, and an entry may have lost its first one. */
function movedBlocks({ dialect }: YarnLock, stays: readonly Block[]): readonly Block[] {
  const wasSorted = isSorted(stays.map(({ entry }) => orderOf(dialect, entry.descriptors)));
  if (!wasSorted || isSorted(stays.map(({ keys }) => orderOf(dialect, keys)))) return [];
  const order = (block: Block) => orderOf(dialect, block.keys);
  const changed = stays.filter(({ entry, keys }) => keys.length < entry.descriptors.length);
  return changed.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function isSorted(texts: readonly string[]): boolean {
  return texts.every((one, index) => index === 0 || texts[index - 1]! <= one);
}

/** What an entry is sorted by: yarn 1 puts it where the first of its keys goes, later ones take them together. */
function orderOf(dialect: YarnDialect, keys: readonly string[]): string {
  return dialect === "berry" ? keys.join(", ") : ([...keys].sort()[0] ?? "");
}

function insertion(text: string, dialect: YarnDialect, block: Block, fixed: readonly Block[]): TextEdit {
  const own = orderOf(dialect, block.keys);
  const next = fixed.find((other) => orderOf(dialect, other.keys) > own);
  const { member } = block.entry;
  const edit = keyEdit(text, dialect, block);
  const moved = text.slice(member.start, edit.start) + edit.text + text.slice(edit.end, member.end);
  const blank = text.startsWith("\r\n", text.indexOf("\n") - 1) ? "\r\n" : "\n";
  if (next !== undefined) return { start: next.start, end: next.start, text: `${moved}${blank}` };
  const end = fixed.at(-1)?.entry.member.end ?? member.end;
  return { start: end, end, text: `${blank}${moved}` };
}

/** A key of more than 1,024 characters has a line of its own in later yarns, and a shorter one has not. */
function keyEdit(text: string, dialect: YarnDialect, { entry, keys }: Block): TextEdit {
  const { member } = entry;
  const [first, last] = [member.keys[0]!, member.keys.at(-1)!];
  if (dialect === "classic") {
    const left = member.keys.filter((key) => keys.includes(key.text));
    return { start: first.start, end: last.end, text: left.map(({ start, end }) => text.slice(start, end)).join(", ") };
  }
  const key = JSON.stringify(keys.join(", "));
  const wasLong = text.startsWith("? ", member.start);
  if (!wasLong || key.length > 1024) return { start: first.start, end: first.end, text: key };
  return { start: member.start, end: text.indexOf(":", first.end), text: key };
}

/** What a workspace no longer asks for: what its manifest did `before` and does not `after`. */
function workspaceEdits(member: SymlMember, before: RawManifest, after: RawManifest): TextEdit[] {
  if ("text" in member.value) return [];
  const [was, is] = [before, after].map(({ json }) => lockedSections(json));
  return member.value.flatMap((section): TextEdit[] => {
    const key = section.keys[0]?.text ?? "";
    if ("text" in section.value) return [];
    const goes = section.value.filter((one) => {
      const name = one.keys[0]?.text ?? "";
      return was?.get(key)?.has(name) === true && is?.get(key)?.has(name) !== true;
    });
    const cut = goes.length === section.value.length ? [section] : goes;
    return cut.map(({ start, end }) => ({ start, end, text: "" }));
  });
}

/** Yarn writes development and production as one, and says in dependenciesMeta what is optional. */
function lockedSections(json: RawManifest["json"]): ReadonlyMap<string, ReadonlySet<string>> {
  const from = (...sections: readonly string[]) => {
    const found = sections.map((section) => json[section]).filter(isRecord);
    return new Set(found.flatMap((section) => Object.keys(section)));
  };
  return new Map([
    ["dependencies", from("dependencies", "devDependencies", "optionalDependencies")],
    ["peerDependencies", from("peerDependencies")],
    ["peerDependenciesMeta", from("peerDependencies")],
    ["dependenciesMeta", from("dependenciesMeta", "optionalDependencies")],
  ]);
}
