/** deno.json, which asks for packages of npm beside a package.json or in its place. Read for advice; never edited. */
import { ShrinkdepsError } from "../../../errors.ts";
import { lineAndColumn, parseJsonWithComments, scanJson } from "../../json.ts";
import { isRecord, readManifest, stringEntries, type RawManifest } from "../../manifest.ts";
import type { Dependency, Disk, Problem } from "../../project.ts";

export const denoConfigs = ["deno.json", "deno.jsonc"] as const;

/** One entry of `imports` that names a package of npm. */
interface NpmImport {
  /** As sources write it, without a path: "lodash/" is "lodash". */
  readonly name: string;
  /** As a package.json would have it: "^4.17.21" under its own name, "npm:left-pad@^1.3.0" under another. */
  readonly range: string;
  /** As deno.json has it. */
  readonly key: string;
}

/**
 * The manifest of a directory with a deno.json: what that imports from npm, with what a package.json beside it asks for.
 * Undefined for a directory without a deno.json. Throws what `readManifest` throws.
 */
export function readDenoManifest(disk: Disk, directory: string, problems: Problem[]): RawManifest | undefined {
  const prefix = directory === "" ? "" : `${directory}/`;
  const path = denoConfigs.map((name) => prefix + name).find((one) => disk.exists(one));
  if (path === undefined) return undefined;
  const config = readConfig(disk, path);
  const own = disk.exists(`${prefix}package.json`) ? readManifest(disk, directory, problems) : undefined;
  const imports = npmImports(config.json);
  const known = new Set(own?.dependencies.map(({ name }) => name));
  const added = imports.filter(({ name }) => !known.has(name));
  const { workspace, imports: _, ...rest } = config.json;
  const workspaces = workspace === undefined ? {} : { workspaces: membersOf(workspace) };
  return {
    path: own?.path ?? path,
    directory,
    name: own?.name ?? (typeof config.json.name === "string" ? config.json.name : undefined),
    text: own?.text ?? config.text,
    json: own === undefined ? { ...rest, ...workspaces } : { ...workspaces, ...own.json },
    dependencies: [
      ...(own?.dependencies ?? []),
      ...added.map(({ name, range }): Dependency => ({ name, range, kind: "prod", workspace: directory })),
    ],
    scripts: own?.scripts ?? {},
    places: new Map(added.map(({ name, key }) => [name, { path, ...lineOfImport(config.text, key) }])),
  };
}

function readConfig(disk: Disk, path: string): { readonly text: string; readonly json: Record<string, unknown> } {
  const file = disk.read(path);
  if ("unreadable" in file) throw new ShrinkdepsError("manifest", `it cannot be read: ${file.unreadable}`, { path });
  const reading = parseJsonWithComments(file.text);
  if ("error" in reading) {
    const { line, message } = reading.error;
    throw new ShrinkdepsError("manifest", `it is not valid JSON: ${message}`, { path, line, hint: "repair the file" });
  }
  if (!isRecord(reading.value)) throw new ShrinkdepsError("manifest", "it must hold an object", { path, line: 1 });
  return { text: file.text, json: reading.value };
}

function membersOf(workspace: unknown): unknown {
  return isRecord(workspace) ? (workspace.members ?? []) : workspace;
}

/** What comes from elsewhere (jsr:, https:, a file) is no package of npm. Of one name the first entry counts. */
function npmImports(json: Readonly<Record<string, unknown>>): NpmImport[] {
  const found = new Map<string, NpmImport>();
  for (const [key, target] of stringEntries(json.imports)) {
    const asked = parseNpmSpecifier(target);
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(key)?.[0];
    if (asked === undefined || name === undefined || found.has(name)) continue;
    const range = name === asked.name ? asked.range : `npm:${asked.name}@${asked.range}`;
    found.set(name, { name, range, key });
  }
  return [...found.values()];
}

/** "npm:/lodash@^4.17.21/fp" asks for lodash in "^4.17.21"; without a range for any version. */
export function parseNpmSpecifier(specifier: string): { readonly name: string; readonly range: string } | undefined {
  const match = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(?:\/.*)?$/.exec(specifier);
  return match?.[1] === undefined ? undefined : { name: match[1], range: match[2] ?? "*" };
}

function lineOfImport(text: string, key: string): { readonly line: number; readonly column: number } {
  const reading = scanJson(text, { comments: true });
  const root = "error" in reading ? undefined : reading.root;
  const imports = root?.kind === "object" ? root.members.find((member) => member.key === "imports")?.value : undefined;
  const found = imports?.kind === "object" ? imports.members.find((member) => member.key === key) : undefined;
  return found === undefined ? { line: 1, column: 1 } : lineAndColumn(text, found.keyRange.start);
}
