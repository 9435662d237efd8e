/** Fixes of an audit as changes of files: command lines, manifests, and npm's lockfile in step with them. */
import type { Fix, FixPlan } from "../../audit/fixes/fix.ts";
import { scanJson } from "../../project/json.ts";
import { ShrinkdepsError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import type { TextEdit } from "../../rewrite/plan.ts";
import { applyEdits, insertMember, memberOf, objectAt, type JsonObject } from "../json-edits.ts";
import type { FileChange } from "../transaction/commit.ts";

/** An entry of a manifest that is set to a version. */
interface Entry {
  readonly directory: string;
  readonly section: string;
  readonly name: string;
  readonly version: string;
}

/** One change for each file, the command lines' first, then manifests, then the lockfile. */
export function changesOfFixes(project: Project, { fixes }: FixPlan): readonly FileChange[] {
  const edits = new Map<string, TextEdit[]>();
  const add = (path: string, more: readonly TextEdit[]): void => {
    edits.set(path, [...(edits.get(path) ?? []), ...more]);
  };
  for (const fix of fixes) if (fix.kind !== "exact-version") add(fix.path, fix.replacements);
  const entries = uniqueEntries(fixes.flatMap(entryOf));
  for (const manifest of project.manifests) {
    const own = entries.filter(({ directory }) => directory === manifest.directory);
    if (own.length > 0) add(manifest.path, sectionEdits(manifest.text, rootOf(manifest.text, manifest.path), own));
  }
  if (entries.length > 0 && project.graph.known) {
    const path = project.graph.graph.source;
    add(path, lockfileEdits(readText(project, path), path, entries));
  }
  return [...edits].map(([path, of]) => {
    const before = readText(project, path);
    return { path, before, after: applyEdits(before, of) };
  });
}

function entryOf(fix: Fix): Entry[] {
  if (fix.kind === "exact-version") return [fix];
  if (fix.kind !== "local-tool" || fix.adds === undefined) return [];
  return [{ directory: "", section: "devDependencies", ...fix.adds }];
}

/** A tool that two scripts run is added once. */
function uniqueEntries(entries: readonly Entry[]): readonly Entry[] {
  return [
    ...new Map(entries.map((entry) => [JSON.stringify([entry.directory, entry.section, entry.name]), entry])).values(),
  ];
}

/** Version 1 holds no copy of the manifests. */
function lockfileEdits(text: string, path: string, entries: readonly Entry[]): TextEdit[] {
  const packages = objectAt(rootOf(text, path), "packages");
  if (packages === undefined) return [];
  return [...new Set(entries.map(({ directory }) => directory))].flatMap((directory) => {
    const importer = objectAt(packages, directory);
    const own = entries.filter((entry) => entry.directory === directory);
    return importer === undefined ? [] : sectionEdits(text, importer, own);
  });
}

/** Edits that set entries in the sections of a manifest, or of its copy in a lockfile. */
function sectionEdits(text: string, object: JsonObject, entries: readonly Entry[]): TextEdit[] {
  const sections = [...new Set(entries.map(({ section }) => section))];
  return sections.flatMap((section): TextEdit[] => {
    const wanted = entries.filter((entry) => entry.section === section).sort(byName);
    const found = objectAt(object, section);
    if (found === undefined || found.members.length === 0) return [newSection(text, object, section, wanted)];
    return wanted.map(({ name, version }) => {
      const member = memberOf(found, name);
      const value = JSON.stringify(version);
      if (member !== undefined) return { start: member.value.start, end: member.value.end, text: value };
      const isLater = ({ key }: { readonly key: string }): boolean => key.localeCompare(name, "en") > 0;
      return insertMember(text, found, { key: name, value }, isLater, () => true);
    });
  });
}

/** npm sorts the objects of a lockfile's entry, and a reader looks for development behind production. */
function newSection(text: string, object: JsonObject, section: string, entries: readonly Entry[]): TextEdit {
  const first = object.members[0];
  const blank = first === undefined ? "\n  " : text.slice(object.start + 1, first.keyRange.start);
  const deeper = blank.includes("\n") ? `${blank}${unitOf(text)}` : blank;
  const members = entries.map(({ name, version }) => `${deeper}${JSON.stringify(name)}: ${JSON.stringify(version)}`);
  const value = `{${members.join(",")}${blank}}`;
  const empty = memberOf(object, section);
  if (empty !== undefined) return { start: empty.value.start, end: empty.value.end, text: value };
  const before = object.members.findLastIndex(({ key }) => key === "dependencies");
  return insertMember(
    text,
    object,
    { key: section, value },
    (member) => before >= 0 && object.members.indexOf(member) > before,
    () => true,
  );
}

/** One level of the file's own indentation. */
function unitOf(text: string): string {
  return /^\s*\{\r?\n([ \t]+)/.exec(text.replace(/^\uFEFF/, ""))?.[1] ?? "  ";
}

function byName(left: Entry, right: Entry): number {
  return left.name.localeCompare(right.name, "en");
}

function rootOf(text: string, path: string): JsonObject {
  const reading = scanJson(text);
  if ("root" in reading && reading.root.kind === "object") return reading.root;
  throw new ShrinkdepsError("manifest", "is not a JSON object", { path });
}

function readText(project: Project, path: string): string {
  const manifest = project.manifests.find((one) => one.path === path);
  if (manifest !== undefined) return manifest.text;
  const file = project.disk.read(path);
  if ("text" in file) return file.text;
  throw new ShrinkdepsError("conflict", `cannot be read any more: ${file.unreadable}`, { path });
}
