/** The lockfiles of npm, versions 1, 2 and 3, and what it keeps about an installed tree. */
import { locateJson, parseJson } from "../../json.ts";
import { isRecord } from "../../manifest.ts";
import type { LockContent, LockFormat, LockInput, LockReading } from "../format.ts";
import { unanswered } from "../step.ts";
import type { LockContent as NpmContent } from "./entry.ts";
import { readNested } from "./nested.ts";
import { readPackages } from "./packages.ts";
import { resolveAll } from "./resolve.ts";
import { differences } from "./step.ts";

const installed = "node_modules/.package-lock.json";

export const npm: LockFormat = {
  name: "npm",
  manager: "npm",
  files: ["npm-shrinkwrap.json", "package-lock.json"],
  installed,
  repair: "npm install",
  read,
};

function read(input: LockInput): LockReading {
  const { text, disk } = input;
  const reading = parseJson(text);
  if ("error" in reading) {
    const { message, line } = reading.error;
    return { kind: "malformed", message: `it is not valid JSON, ${message}`, line };
  }
  const json = reading.value;
  if (!isRecord(json)) return { kind: "malformed", message: "it must hold an object", line: 1 };
  const version = json.lockfileVersion;
  if (version !== 1 && version !== 2 && version !== 3) {
    const found = version === undefined ? "has no lockfileVersion" : `has lockfileVersion ${JSON.stringify(version)}`;
    const line = locateJson(text, ["lockfileVersion"])?.line;
    return { kind: "unsupported", message: `it ${found}, and 1, 2 and 3 are known`, line };
  }
  const content = version === 1 ? readNested(json, disk) : readPackages(json);
  if ("message" in content) {
    return { kind: "malformed", message: content.message, line: locateJson(text, content.at)?.line };
  }
  return { kind: "read", content: contentOf(input, json, version, content) };
}

function contentOf(
  { path, manifests, disk }: LockInput,
  json: Readonly<Record<string, unknown>>,
  version: 1 | 2 | 3,
  content: NpmContent,
): LockContent {
  const { packages, importers } = resolveAll(content, manifests);
  const overridden = manifests[0]?.json.overrides !== undefined;
  const hasCopies = version !== 1 && path !== installed && isRecord(json.packages);
  const copies = new Map(hasCopies && isRecord(json.packages) ? Object.entries(json.packages) : []);
  const versions = new Map<string, string | undefined>(packages.map((entry) => [entry.id, entry.version]));
  for (const { directory } of manifests) versions.set(directory, undefined);
  const found = manifests.flatMap((manifest) => {
    const differing = hasCopies ? differences(manifest, copies.get(manifest.directory)) : [];
    // A copy that agrees proves the ranges; then only what is absent can be wrong.
    if (differing.length > 0) return differing;
    return unanswered(manifest, importers.get(manifest.directory) ?? [], versions, overridden || hasCopies);
  });
  for (const id of copies.keys()) {
    const isGone = !id.includes("node_modules/") && !disk.exists(id === "" ? "package.json" : `${id}/package.json`);
    if (isGone) found.push(`it has "${id}", which is gone`);
  }
  return { packages, importers, differences: found };
}
