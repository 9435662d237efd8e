/** The tool's own settings: "shrinkdeps" in package.json, or shrinkdeps.json beside it. */
import { ShrinkdepsError } from "../errors.ts";
import { locateJson, parseJson } from "./json.ts";
import { isRecord } from "./manifest.ts";
import type { Settings } from "./project.ts";
import type { ProjectTree } from "./tree.ts";

const ownFile = "shrinkdeps.json";
const known: ReadonlySet<string> = new Set(["budget", "recipes", "target", "$schema"]);

/** Where the settings stand in their file: the keys that lead to them. */
export function settingsPath(settings: Settings): readonly string[] {
  return settings.path === ownFile ? [] : ["shrinkdeps"];
}

/**
 * Reads the settings; without any, an empty object whose path is the manifest's. Throws a ShrinkdepsError with the line
 * for what is malformed or unknown, and when both files have settings.
 */
export function readSettings(project: Pick<ProjectTree, "manifests" | "disk">): Settings {
  const manifest = project.manifests[0];
  const inManifest = manifest !== undefined && Object.hasOwn(manifest.json, "shrinkdeps");
  const hasOwnFile = project.disk.exists(ownFile);
  if (inManifest && hasOwnFile) {
    const line = locateJson(manifest.text, ["shrinkdeps"])?.line;
    throw failure("there are settings here and in shrinkdeps.json", "keep one of the two", manifest.path, line);
  }
  if (hasOwnFile) return checked(...readOwnFile(project), ownFile, []);
  if (!inManifest) return { path: "package.json" };
  return checked(manifest.json.shrinkdeps, manifest.text, manifest.path, ["shrinkdeps"]);
}

function readOwnFile(project: Pick<ProjectTree, "disk">): [value: unknown, text: string] {
  const file = project.disk.read(ownFile);
  if ("unreadable" in file) throw failure(`it cannot be read: ${file.unreadable}`, undefined, ownFile);
  const reading = parseJson(file.text);
  if ("value" in reading) return [reading.value, file.text];
  throw failure(`it is not valid JSON: ${reading.error.message}`, undefined, ownFile, reading.error.line);
}

function checked(value: unknown, text: string, path: string, within: readonly string[]): Settings {
  const lineOf = (...keys: string[]) => locateJson(text, [...within, ...keys])?.line;
  if (!isRecord(value)) throw failure("the settings must be an object", undefined, path, lineOf());
  const unknown = Object.keys(value).find((key) => !known.has(key));
  if (unknown !== undefined) {
    const names = [...known].filter((name) => !name.startsWith("$")).join(", ");
    throw failure(`${JSON.stringify(unknown)} is no setting`, `known are: ${names}`, path, lineOf(unknown));
  }
  const { budget, recipes, target } = value;
  if (budget !== undefined && !isRecord(budget)) {
    throw failure('"budget" must be an object of limits', undefined, path, lineOf("budget"));
  }
  if (recipes !== undefined && !isStrings(recipes)) {
    throw failure('"recipes" must be a list of paths, as ["tools/recipes/*.ts"]', undefined, path, lineOf("recipes"));
  }
  const read = { path, ...(budget !== undefined && { budget }), ...(recipes !== undefined && { recipes }) };
  if (target === undefined) return read;
  if (!isRecord(target))
    throw failure('"target" must be an object, as { "node": "20.12.0" }', undefined, path, lineOf("target"));
  const odd = Object.keys(target).find((key) => key !== "node");
  if (odd !== undefined)
    throw failure(`${JSON.stringify(odd)} is no target`, "known is: node", path, lineOf("target", odd));
  const { node } = target;
  if (node !== undefined && (typeof node !== "string" || !/^\d+(\.\d+){0,2}$/.test(node))) {
    throw failure('the target "node" must be a version, as "20.12.0"', undefined, path, lineOf("target", "node"));
  }
  return { ...read, target: node === undefined ? {} : { node } };
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && item !== "");
}

function failure(message: string, hint: string | undefined, path: string, line?: number): ShrinkdepsError {
  const place = { path, ...(line !== undefined && { line }), ...(hint !== undefined && { hint }) };
  return new ShrinkdepsError("settings", message, place);
}
