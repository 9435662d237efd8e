/** Answers of registries, kept for a day in a file of the project's own node_modules. */
import { parseJson } from "../../project/json.ts";
import { isRecord } from "../../project/manifest.ts";
import type { Disk } from "../../project/project.ts";
import type { RegistryFacts } from "./facts.ts";

export const cachePath = "node_modules/.cache/shrinkdeps/registry.json";

const day = 24 * 60 * 60 * 1000;

interface Kept {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly facts: RegistryFacts;
}

export type Cache = Map<string, Kept>;

/** By "registry name@version". What is older than a day, or is not as it was written, is left out. */
export function readCache(disk: Disk, now: number): Cache {
  const file = disk.exists(cachePath) ? disk.read(cachePath) : { unreadable: "" };
  const reading = "text" in file ? parseJson(file.text) : undefined;
  if (reading === undefined || "error" in reading || !isRecord(reading.value)) return new Map();
  return new Map(
    Object.entries(reading.value).flatMap(([key, kept]): [string, Kept][] =>
      isKept(kept) && kept.at <= now && now - kept.at < day ? [[key, kept]] : [],
    ),
  );
}

export function writeCache(cache: Cache): string {
  return `${JSON.stringify(Object.fromEntries(cache))}\n`;
}

function isKept(value: unknown): value is Kept {
  if (!isRecord(value) || typeof value.at !== "number" || !isRecord(value.facts)) return false;
  const { published, deprecated, maintainers, provenance, earlierProvenance } = value.facts;
  const isText = (one: unknown): boolean => one === undefined || typeof one === "string";
  const areNames =
    maintainers === undefined || (Array.isArray(maintainers) && maintainers.every((one) => typeof one === "string"));
  const isStated = provenance === undefined || typeof provenance === "boolean";
  return [published, deprecated, earlierProvenance].every(isText) && isStated && areNames;
}
