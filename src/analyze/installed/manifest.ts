import type { Disk } from "../../project/project.ts";

/** The manifest of an installed package. */
export interface InstalledManifest {
  /** Where it stands, relative to the root: "node_modules/x", or a workspace's own. */
  readonly directory: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/**
 * Finds a package as Node would from a workspace ("" is the root): the nearest node_modules that has it, up to the
 * root's. Undefined when it is not installed or its manifest cannot be read.
 */
export function readInstalledManifest(disk: Disk, name: string, workspace: string): InstalledManifest | undefined {
  for (let at = workspace; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
    const directory = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    const manifest = readManifestIn(disk, directory);
    if (manifest !== undefined) return manifest;
    if (at === "") return undefined;
  }
}

/** The manifest in a package's own directory; undefined when there is none, or it cannot be read. */
export function readManifestIn(disk: Disk, directory: string): InstalledManifest | undefined {
  const file = disk.read(`${directory}/package.json`);
  const json = "text" in file ? parse(file.text) : undefined;
  return json && { directory, json };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return isRecord(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** An object, so that its fields can be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
