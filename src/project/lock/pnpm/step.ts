/** Whether a pnpm-lock.yaml is in step with the manifests and the settings. */
import type { RawManifest } from "../../manifest.ts";
import type { Disk } from "../../project.ts";
import { membersAt, textAt } from "../../yaml/node.ts";
import { needsOf } from "../needs.ts";
import { sectionNames } from "../step.ts";
import type { PnpmImporter, PnpmLock } from "./lock.ts";
import {
  catalogKey,
  catalogRanges,
  overridesOf,
  pnpmWorkspaceFile,
  readPnpmSettings,
  selectedName,
} from "./settings.ts";

/** Differences, each as a sentence's end: what a frozen install would refuse, and what it would not notice. */
export function differencesOf(lock: PnpmLock, manifests: readonly RawManifest[], disk: Disk): string[] {
  const settings = readPnpmSettings(disk);
  const overrides = overridesOf(settings, manifests[0]);
  const forced = new Set([...overrides.keys()].map(selectedName));
  const found = manifests.flatMap((manifest) => {
    const importer = lock.importers.find(({ directory }) => directory === manifest.directory);
    return importer === undefined ? [`it does not know ${manifest.path}`] : compare(manifest, importer, lock, forced);
  });
  for (const { directory } of lock.importers) {
    const path = directory === "" ? "package.json" : `${directory}/package.json`;
    if (manifests.some((manifest) => manifest.directory === directory)) continue;
    found.push(`it has "${directory}", which is ${disk.exists(path) ? "no workspace" : "gone"}`);
  }
  const locked = new Set(membersAt(lock.root, "overrides").map(({ key }) => key));
  for (const key of overrides.keys()) if (!locked.has(key)) found.push(`it lacks the override "${key}"`);
  for (const key of locked) if (!overrides.has(key)) found.push(`it has the override "${key}", which is gone`);
  if (settings.kind !== "read") return found;
  const ranges = catalogRanges(settings.root);
  for (const { key: catalog, value } of membersAt(lock.root, "catalogs")) {
    if (value.kind !== "map") continue;
    for (const { key: name, value: entry } of value.members.values()) {
      const range = ranges.get(catalogKey(catalog, name));
      if (range === textAt(entry, "specifier")) continue;
      const has = `it has "${name}" of the catalog ${catalog}`;
      found.push(
        range === undefined
          ? `${has}, which is gone`
          : `${has} as ${textAt(entry, "specifier") ?? ""} where ${pnpmWorkspaceFile} has ${range}`,
      );
    }
  }
  return found;
}

function compare(manifest: RawManifest, importer: PnpmImporter, lock: PnpmLock, forced: ReadonlySet<string>): string[] {
  const locked = new Map(importer.needs.map((need) => [need.name, need]));
  const isHooked = textAt(lock.root, "pnpmfileChecksum") !== undefined;
  const asked = new Set<string>();
  const found: string[] = [];
  for (const { name, kind, range } of needsOf(manifest.json, true)) {
    asked.add(name);
    const need = locked.get(name);
    // Links may be left out by a setting, and peers of an importer are there only where they are installed by themselves.
    if (need === undefined) {
      if (kind !== "peer" && !/^(?:link|workspace):/.test(range)) {
        found.push(`it lacks "${name}" of ${sectionNames[kind]} in ${manifest.path}`);
      }
      continue;
    }
    const isDoubled = manifest.dependencies.filter((dependency) => dependency.name === name).length > 1;
    if (need.specifier === range || isDoubled || isHooked || forced.has(name)) continue;
    found.push(`it has "${name}" as ${need.specifier ?? "nothing"} where ${manifest.path} has ${range}`);
  }
  for (const { name, section } of importer.needs) {
    if (!asked.has(name) && !isHooked) found.push(`it has "${name}", which ${section} in ${manifest.path} lacks`);
  }
  return found;
}
