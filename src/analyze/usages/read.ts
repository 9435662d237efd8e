/** The files that are read for usages: those whose text holds a candidate's name, components as their scripts. */
import type { Project, SourceFile } from "../../project/project.ts";
import { eachOf } from "../../steps.ts";
import { type Component, componentsOf, isUsedOutside, readComponent } from "./component.ts";
import type { SourceText } from "./scope.ts";
import type { Site } from "./site.ts";

/** Which files name which packages. */
export interface Mentions {
  /** Every file whose text holds one of the names, components after the sources; the others are never parsed. */
  readonly texts: readonly SourceText[];
  /** The sources, without components, whose text holds a name; by that name. */
  readonly sources: ReadonlyMap<string, readonly SourceFile[]>;
}

/** Looks for the names in every source and component, each read once. */
export function findMentions(project: Project, names: ReadonlySet<string>): Mentions {
  const texts: SourceText[] = [];
  const sources = new Map<string, SourceFile[]>([...names].map((name) => [name, []]));
  for (const file of eachOf("search", project.sources)) {
    const read = project.disk.read(file.path);
    if (!("text" in read)) continue;
    const held = [...names].filter((name) => mentions(read.text, name));
    for (const name of held) sources.get(name)?.push(file);
    if (held.length > 0) texts.push({ file, text: read.text });
  }
  for (const file of componentsOf(project)) {
    const read = project.disk.read(file.path);
    if (!("text" in read) || ![...names].some((name) => mentions(read.text, name))) continue;
    const component = readComponent(file, read.text);
    if (component !== undefined) texts.push({ file: component.file, text: read.text, component });
  }
  return { texts, sources };
}

/** A site of a component whose template may use one of its names is refused. */
export function guardTemplate(site: Site, { file, code, outside }: Component): Site {
  const names = heldNames(site);
  // To Svelte `$name` subscribes to the store of that name.
  const isStore = (name: string): boolean => file.path.endsWith(".svelte") && isUsedOutside(code, `$${name}`);
  const used = names.find((name) => isUsedOutside(outside, name) || isStore(name));
  return used === undefined || site.refused !== undefined
    ? site
    : { ...site, refused: `${used} is, or may be, used in the template` };
}

/** The names that a file gives what a site loads, and parts of it. */
export function heldNames(site: Site): readonly string[] {
  return site.bindings.flatMap((binding) => [
    binding.name.text,
    ...binding.references.flatMap(({ alias }) => alias?.bindings.map((one) => one.name.text) ?? []),
  ]);
}

/** True when a text may name the package, escaped or not: the first look, before anything is parsed. */
export function mentions(text: string, name: string): boolean {
  return text.includes(name) || (hasEscapes(text) && readEscapes(text).includes(name));
}

/** The text as it would read were every escape in it resolved, where one may spell a package's name; else as it is. */
export function readThroughEscapes(text: string): string {
  return escaped.test(text) ? readEscapes(text) : text;
}

/** An escape that may stand for a character of a package's name, as in `"lod\x61sh"`; `\n` and its kin cannot. */
const escaped = /\\(?:[xu0-7]|\r?\n|[\u2028\u2029]|[^bfnrtv\s"'`\\$*+?()[\]{}|^])/;

/** True where an escape in a text may stand for a character of a package's name. */
export function mayBeEscaped(text: string): boolean {
  return hasEscapes(text);
}

const looked = { text: "", found: false };

/** Whether a text has such an escape; kept for the next name, as what it reads to. */
function hasEscapes(text: string): boolean {
  if (looked.text !== text) {
    looked.text = text;
    looked.found = escaped.test(text);
  }
  return looked.found;
}

const unescaped = { text: "", plain: "" };

/** The text with its escapes read as a string's; kept for the next name that the same text is asked about. */
function readEscapes(text: string): string {
  if (unescaped.text !== text) {
    unescaped.text = text;
    unescaped.plain = text.replace(
      /\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{0*([\da-f]{1,6})\}|([0-3]?[0-7]{1,2})|(\r?\n|[\u2028\u2029])|([^]))/gi,
      (all, x?: string, u?: string, point?: string, octal?: string, line?: string, other?: string) => {
        const code = x ?? u ?? point;
        if (code !== undefined) return characterOf(Number.parseInt(code, 16)) ?? all;
        if (octal !== undefined) return characterOf(Number.parseInt(octal, 8)) ?? all;
        return line === undefined && other !== undefined && !/[bfnrtv]/.test(other) ? other : "";
      },
    );
  }
  return unescaped.plain;
}

function characterOf(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A text as a pattern that finds just that, without the u flag. */
export function quoteForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
