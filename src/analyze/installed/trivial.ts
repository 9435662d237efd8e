import type { Disk } from "../../project/project.ts";
import { type InstalledManifest, isRecord, readInstalledManifest } from "./manifest.ts";
import { measureInstalled, type Measurement, runtimeDependencies } from "./measure.ts";

/**
 * Up to here a reviewer would rather read the code than trust a publisher. Measured as statements / characters of code
 * that loading the package runs, its own dependencies included (August 2026):
 *
 * - within: shebang-regex 2/61, array-uniq 2/73, array-union 3/98, utils-merge 5/114, isarray 3/129, slash 5/173,
 *   has 5/208, escape-string-regexp 4/212, is-number 7/241, xtend 10/304, is-plain-obj 5/337, has-flag 6/352,
 *   requires-port 13/370, array-flatten 13/375, left-pad 22/419, wrappy 19/558, is-odd with is-number 23/648,
 *   unpipe 23/681, inherits 18/724, escape-html 30/726;
 * - beyond, so that a helper would be a port of its own: ee-first 36/1068, balanced-match 35/1128, etag 28/1465,
 *   fresh 48/1495, vary 48/1588, ms 57/2044, bytes 59/2030, kind-of 86/3026, depd 210/7994, debug 251/10785,
 *   minimatch 997/34922;
 * - within by size and refused for what loading does: once 26/857 (calls wrappy), natural-compare 23/992.
 */
const LIMITS = { statements: 30, size: 1000, exports: 4, dependencies: 1 };
/** Licence headers and comments included, no package within the limits above came near these. */
const WORTH_PARSING = { files: 4, characters: 16_000, code: LIMITS };

export type Smallness =
  | { readonly trivial: true; readonly measurement: Measurement; readonly dependencies: readonly string[] }
  | { readonly trivial: false; readonly reason: string };

/**
 * Whether the installed package is so small that a helper of the project's own replaces it: by its code, not by a list.
 * A package with a command, types only, native code, install scripts, side effects on load, or the power to reach the
 * network, run programs or evaluate code is none. One own dependency is allowed when both together are as small.
 */
export function judgeSmallness(disk: Disk, name: string, workspace: string): Smallness {
  const manifest = readInstalledManifest(disk, name, workspace);
  if (manifest === undefined) return refuse("it is not installed");
  const kind = otherKind(manifest, name, disk);
  if (kind !== undefined) return refuse(kind);
  if (runtimeDependencies(manifest).length > LIMITS.dependencies) return refuse("it has dependencies of its own");
  const measurement = measureInstalled(disk, manifest, WORTH_PARSING);
  if (measurement === undefined) return refuse("it is too large, or its code cannot be read");
  const parts = [measurement];
  for (const dependency of measurement.dependencies) {
    const inner = readInstalledManifest(disk, dependency, manifest.directory);
    const part = inner === undefined ? undefined : measureInstalled(disk, inner, WORTH_PARSING);
    if (part === undefined || part.dependencies.length > 0) return refuse("it has dependencies of its own");
    parts.push(part);
  }
  const reason = parts.map(whyNot).find((found) => found !== undefined) ?? whyTooLarge(parts);
  if (reason !== undefined) return refuse(reason);
  return { trivial: true, measurement: sum(parts), dependencies: measurement.dependencies };
}

function refuse(reason: string): Smallness {
  return { trivial: false, reason };
}

function otherKind({ json, directory }: InstalledManifest, name: string, disk: Disk): string | undefined {
  if (name.startsWith("@types/")) return "it is types only";
  if (json["bin"] !== undefined) return "it has a command";
  const scripts = json["scripts"];
  const installs = isRecord(scripts) && ["preinstall", "install", "postinstall"].some((key) => key in scripts);
  if (installs) return "it has an install script";
  if (json["gypfile"] === true || disk.exists(`${directory}/binding.gyp`)) return "it has native code";
  return undefined;
}

function whyNot({ sideEffects, capabilities }: Measurement): string | undefined {
  if (sideEffects.length > 0) return `loading it may do more than define things (${sideEffects[0]})`;
  const power = capabilities.find((capability) => capability !== "environment" && capability !== "file system");
  return power === undefined ? undefined : `it uses: ${power}`;
}

function whyTooLarge(parts: readonly Measurement[]): string | undefined {
  const { statements, size } = sum(parts);
  if (statements > LIMITS.statements || size > LIMITS.size)
    return `${statements} statements, ${size} characters of code`;
  return parts[0]!.exports.length > LIMITS.exports ? "it exports many things" : undefined;
}

function sum(parts: readonly Measurement[]): Measurement {
  return {
    ...parts[0]!,
    files: parts.flatMap((part) => part.files),
    statements: parts.reduce((total, part) => total + part.statements, 0),
    size: parts.reduce((total, part) => total + part.size, 0),
  };
}
