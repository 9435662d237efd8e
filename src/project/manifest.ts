/** One package.json: read, checked, and its entries taken out. */
import { ShrinkdepsError } from "../errors.ts";
import { lineAndColumn, locateJson, parseJson } from "./json.ts";
import type { Dependency, DependencyKind, Disk, Manifest, Problem } from "./project.ts";

/** A manifest before its floor is known. */
export type RawManifest = Omit<Manifest, "floor">;

/** The sections of a manifest that name packages, with the kind each gives. */
export const dependencySections: readonly (readonly [section: string, kind: DependencyKind])[] = [
  ["dependencies", "prod"],
  ["devDependencies", "dev"],
  ["peerDependencies", "peer"],
  ["optionalDependencies", "optional"],
];

/**
 * Reads the manifest of one directory ("" is the root). Sections that are not what npm expects are reported to
 * `problems` and left out. Throws a ShrinkdepsError when there is no manifest, or when it is no JSON object.
 */
export function readManifest(disk: Disk, directory: string, problems: Problem[]): RawManifest {
  const path = directory === "" ? "package.json" : `${directory}/package.json`;
  const file = disk.read(path);
  if ("unreadable" in file) throw missing(disk, path, file.unreadable);
  const { text } = file;
  const reading = parseJson(text);
  if ("error" in reading) {
    const { line, message } = reading.error;
    const conflict = /^<{7} /m.exec(text);
    if (conflict !== null) {
      throw new ShrinkdepsError("manifest", "it has merge conflict markers", {
        path,
        line: lineAndColumn(text, conflict.index).line,
        hint: "resolve the conflict",
      });
    }
    throw new ShrinkdepsError("manifest", `it is not valid JSON: ${message}`, { path, line, hint: "repair the file" });
  }
  const json = reading.value;
  if (!isRecord(json)) {
    const found = Array.isArray(json) ? "an array" : json === null ? "null" : `a ${typeof json}`;
    throw new ShrinkdepsError("manifest", `it must hold an object, not ${found}`, {
      path,
      line: 1,
      hint: "see `npm init`",
    });
  }
  const report = (place: readonly string[], message: string) => {
    const line = locateJson(text, place)?.line;
    problems.push({ kind: "manifest-malformed", path, ...(line !== undefined && { line }), message, fatal: false });
  };
  return {
    path,
    directory,
    name: typeof json.name === "string" ? json.name : undefined,
    text,
    json,
    dependencies: dependencySections.flatMap(([section, kind]) => entries(json, section, kind, directory, report)),
    scripts: Object.fromEntries(stringEntries(json.scripts)),
  };
}

/** Entries of an object whose values are strings; none for anything else. `__proto__` is a key like any other. */
export function stringEntries(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string");
}

/** True for what JSON calls an object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function entries(
  json: Readonly<Record<string, unknown>>,
  section: string,
  kind: DependencyKind,
  workspace: string,
  report: (place: readonly string[], message: string) => void,
): Dependency[] {
  const value = Object.hasOwn(json, section) ? json[section] : undefined;
  // Published manifests carry `"devDependencies": []` and null; npm takes both for none.
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return [];
  if (!isRecord(value)) {
    report([section], `"${section}" must be an object of names and ranges; nothing in it was read`);
    return [];
  }
  for (const [name, range] of Object.entries(value)) {
    if (typeof range === "string") continue;
    report([section, name], `the range of ${JSON.stringify(name)} must be a string; the entry was left out`);
  }
  return stringEntries(value).map(([name, range]) => ({ name, range, kind, workspace }));
}

function missing(disk: Disk, path: string, reason: string): ShrinkdepsError {
  if (disk.exists(path)) return new ShrinkdepsError("manifest", `it cannot be read: ${reason}`, { path });
  if (!disk.isDirectory("")) {
    return new ShrinkdepsError("manifest", "there is no such directory", {
      path: disk.realpath(""),
      hint: "check the path",
    });
  }
  return new ShrinkdepsError("manifest", "there is no manifest here", {
    path,
    hint: "run in the directory of a package.json",
  });
}
