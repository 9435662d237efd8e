/** The lowest runtime a workspace promises. */
import minVersion from "semver/ranges/min-version.js";
import validRange from "semver/ranges/valid.js";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Disk, RuntimeFloor } from "../project.ts";
import type { TsConfig } from "../tsconfig.ts";
import { browserEvidence } from "./browser.ts";
import { browserQueries } from "./browserslist.ts";
import { promisedLanguage } from "./language.ts";
import { assumed, lowest, lowestOf, type Promised } from "./promise.ts";
import { testedVersions } from "./tested.ts";

/**
 * Floor of a workspace. Promises are engines.node (its own, or the root's) and browserslist; the lowest wins. Without one,
 * what the project is developed and tested on is the evidence (workflow matrices, .nvmrc and their kin): a private
 * project's floor is the lowest of it, a published package's is that or the assumed one, whichever is lower. Of the
 * language's own objects it has no more than `lib` and `target` of its tsconfig files allow.
 */
export function floorOf(
  disk: Disk,
  manifest: RawManifest,
  root: RawManifest,
  tsconfigs: readonly TsConfig[],
  names: readonly string[],
): RuntimeFloor {
  const queries = browserQueries(disk, manifest, root);
  const browser = queries?.browser ?? browserEvidence(disk, manifest, root, tsconfigs, names);
  const language = promisedLanguage(tsconfigs);
  const side = {
    browser: browser !== undefined,
    ...(browser !== undefined && { browserSource: browser }),
    ...(queries?.baseline !== undefined && { baseline: queries.baseline }),
    ...(language !== undefined && { language }),
  };
  const engines = enginesOf(manifest) ?? (manifest === root ? undefined : enginesOf(root));
  const promised = lowestOf([engines, queries?.node].filter((promise) => promise !== undefined));
  if (promised !== undefined) return { ...promised, ...side };

  const evidence = lowestOf(testedVersions(disk, manifest, root, names));
  const nothing = {
    node: assumed,
    source: `assumed: no version of Node is promised, and shrinkdeps itself needs ${assumed}`,
  };
  if (evidence === undefined) return { ...nothing, ...side };
  const isPrivate = manifest.json.private === true;
  return { ...(isPrivate ? evidence : (lowestOf([evidence, nothing]) ?? nothing)), ...side };
}

function enginesOf({ json, path }: RawManifest): Promised | undefined {
  const range = isRecord(json.engines) ? json.engines.node : undefined;
  if (typeof range !== "string" || ["", "*", "x", "latest"].includes(range.trim())) return undefined;
  const source = `engines.node in ${path}`;
  if (validRange(range) === null) return { node: lowest, source: `${source}, which is no range: any version` };
  return { node: minVersion(range)?.version ?? lowest, source };
}
