/** How much a manifest leaves to the day of its resolution. */
import validRange from "semver/ranges/valid.js";
import { locateJson } from "../../project/json.ts";
import { dependencySections, type RawManifest } from "../../project/manifest.ts";
import type { Dependency } from "../../project/project.ts";
import { defineCheck } from "../check.ts";
import type { Finding } from "../finding.ts";

export const ranges = defineCheck("ranges", ({ project, graph }) => {
  const isHeld = graph !== undefined;
  return { findings: project.manifests.flatMap((manifest) => [...boundless(manifest), ...summary(manifest, isHeld)]) };
});

function boundless(manifest: RawManifest): Omit<Finding, "check">[] {
  return manifest.dependencies
    .filter(({ kind, range }) => kind !== "peer" && isBoundless(range))
    .map((dependency) => ({
      severity: "medium",
      subject: `${dependency.name}@${dependency.range}`,
      message: "any later release fits its range, other major versions too",
      advice: "name the version you use",
      path: manifest.path,
      ...lineOf(manifest, dependency),
    }));
}

/** One line for the ranges that are as usual: where there is a lockfile they matter when it is made anew. */
function summary({ path, dependencies, json }: RawManifest, isHeld: boolean): Omit<Finding, "check">[] {
  const open = dependencies.filter(({ kind, range }) => kind !== "peer" && /^[~^]/.test(range)).length;
  if (open === 0) return [];
  const isApplication = json.private === true;
  const when = isHeld ? "when the lockfile is resolved again" : "at every install, as no lockfile holds them";
  const who = isApplication ? "an application, which could name exact versions" : "a library, whose users need ranges";
  return [
    {
      severity: isHeld || !isApplication ? "info" : "low",
      subject: `${open} range${open === 1 ? "" : "s"}`,
      message: `they let newer releases in ${when}; this is ${who}`,
      path,
      count: open,
    },
  ];
}

function isBoundless(range: string): boolean {
  const text = range.trim();
  if (text === "latest" || text === "next") return true;
  const normal = validRange(text);
  return normal !== null && (normal === "*" || /^>=?[^\s<|]+$/.test(normal));
}

function lineOf(manifest: RawManifest, { name, kind }: Dependency): { line?: number } {
  const section = dependencySections.find(([, one]) => one === kind)?.[0] ?? "dependencies";
  const line = locateJson(manifest.text, [section, name])?.line;
  return line === undefined ? {} : { line };
}
