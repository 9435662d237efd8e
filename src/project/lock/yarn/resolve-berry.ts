import { isRange } from "../ranges.ts";
import { describe, parseDescriptor, type Descriptor } from "./descriptor.ts";
import type { YarnLock } from "./lock.ts";
import type { Resolution } from "./resolutions.ts";
import type { Answer, Asker, Resolve } from "./resolve.ts";
import type { YarnSettings } from "./settings.ts";

/** Packages that yarn 2 and later patch by themselves when they are installed. */
const patchedByYarn: ReadonlySet<string> = new Set(["typescript", "fsevents", "resolve"]);
const builtinMarks = ["optional!builtin", "~builtin", "builtin"];

/**
 * Asks as yarn reduces them: a resolution, a catalog and yarn's own patches in this order. The first key of an answer is
 * what answers; a patch needs what it patches as well.
 */
export function berryResolver(lock: YarnLock, resolutions: readonly Resolution[], settings: YarnSettings): Resolve {
  const root = lock.entries.find((entry) => entry.workspace === "");
  const top: Asker = { name: root?.name ?? "", reference: "workspace:." };
  const forcedNames = new Set(resolutions.map(({ asked }) => asked.name));
  const known = new Map<string, Answer>();
  return (asker, need) => {
    const plain = plainly(lock, need, forcedNames);
    if (plain !== undefined) return plain;
    // Only what is relative to the asker, or forced for some askers, is answered differently for different ones.
    const isCommon = !forcedNames.has(need.name) && !/[:/]/.test(need.range);
    const key = describe(need);
    const before = isCommon ? known.get(key) : undefined;
    if (before !== undefined) return before;
    const asked: Descriptor = { name: need.name, range: withProtocol(need.range) };
    const forced = resolutions.find((resolution) => applies(resolution, asker, asked));
    const range = forced === undefined ? fromCatalog(need, settings) : forced.range;
    const answer = answerOf(lock, need, candidates({ name: need.name, range }, forced === undefined ? asker : top));
    if (isCommon) known.set(key, answer);
    return answer;
  };
}

/** The answer to nearly every ask, which the lock writes as it is asked. */
function plainly(lock: YarnLock, { name, range }: Descriptor, forced: ReadonlySet<string>): Answer | undefined {
  if (!range.startsWith("npm:") || forced.has(name) || patchedByYarn.has(name)) return undefined;
  const key = `${name}@${range}`;
  const entry = lock.byDescriptor.get(key);
  return entry?.workspace === undefined && entry !== undefined
    ? { kind: "entry", entry, descriptors: [key] }
    : undefined;
}

function answerOf(lock: YarnLock, need: Descriptor, written: readonly string[]): Answer {
  const first =
    written.map((key) => patched(lock, key)).find((key) => key !== undefined) ??
    written.find((key) => lock.byDescriptor.has(key)) ??
    onlyOne(lock, need);
  const entry = lock.byDescriptor.get(first ?? "");
  if (first === undefined || entry === undefined) return { kind: "none" };
  const descriptors = [first, ...sourcesOf(lock, first)];
  if (entry.workspace === undefined) return { kind: "entry", entry, descriptors };
  return { kind: "workspace", directory: entry.workspace, descriptors };
}

/** Yarn takes what is no protocol for a range or a tag of npm. */
export function withProtocol(range: string): string {
  if (/^[a-z+]+:/i.test(range)) return range;
  return isRange(range) || /^(?!v)[\w.-]+$/i.test(range) ? `npm:${range}` : range;
}

function applies({ parents, asked }: Resolution, asker: Asker, need: Descriptor): boolean {
  const parent = parents.at(-1);
  if (asked.name !== need.name || parents.length > 1) return false;
  if (asked.range !== "" && withProtocol(asked.range) !== need.range) return false;
  if (parent === undefined) return true;
  if (parent.name !== asker.name) return false;
  return parent.range === "" || withProtocol(parent.range) === withProtocol(asker.reference);
}

function fromCatalog({ name, range }: Descriptor, { catalogs }: YarnSettings): string {
  if (!range.startsWith("catalog:")) return range;
  return catalogs.get(range.slice("catalog:".length))?.get(name) ?? range;
}

/** How the lock may write a descriptor: older ones leave the protocol out; what is relative to a package names it. */
function candidates({ name, range }: Descriptor, binder: Asker): readonly string[] {
  const written = new Set([withProtocol(range), range, range.trim()].map((one) => describe({ name, range: one })));
  if (!/[:/]/.test(range)) return [...written];
  const bound = `::locator=${encodeURIComponent(`${binder.name}@${binder.reference}`)}`;
  return [...written].flatMap((one) => [one, `${one}${bound}`]);
}

function patched(lock: YarnLock, key: string): string | undefined {
  const descriptor = parseDescriptor(key);
  if (descriptor === undefined || !patchedByYarn.has(descriptor.name)) return undefined;
  const { name, range } = descriptor;
  const sources = [key, key.replace("@npm:", "@npm%3A"), `${name}@${range.replace(/^npm:/, "")}`];
  return sources
    .flatMap((source) => builtinMarks.map((mark) => `${name}@patch:${source}#${mark}<compat/${name}>`))
    .find((candidate) => lock.byDescriptor.has(candidate));
}

/** A catalog that cannot be read: the one key of that name answers, where there is one. */
function onlyOne(lock: YarnLock, { name, range }: Descriptor): string | undefined {
  if (!range.startsWith("catalog:")) return undefined;
  const named = [...lock.byDescriptor.keys()].filter((key) => parseDescriptor(key)?.name === name);
  return named.length === 1 ? named[0] : undefined;
}

/** What a patched package is made from, patches of patches included. */
export function sourcesOf(lock: YarnLock, key: string): readonly string[] {
  const source = /^patch:([^#]*)#/.exec(parseDescriptor(key)?.range ?? "")?.[1];
  const descriptor = source === undefined ? undefined : parseDescriptor(decode(source));
  if (descriptor === undefined) return [];
  const written = [withProtocol(descriptor.range), descriptor.range];
  const found = written
    .map((range) => describe({ name: descriptor.name, range }))
    .find((one) => lock.byDescriptor.has(one));
  return found === undefined ? [] : [found, ...sourcesOf(lock, found)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
