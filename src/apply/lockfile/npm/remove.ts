/** Brings a package-lock.json or npm-shrinkwrap.json in step with manifests that lost dependencies, without network. */
import { ShrinkdepsError } from "../../../errors.ts";
import { scanJson } from "../../../project/json.ts";
import { applyEdits, memberOf, objectAt, type JsonObject } from "../../json-edits.ts";
import type { LockfileContext, LockfileResult, Removals } from "../editor.ts";
import { compareTrees, withoutEdges, type TreeChange } from "./change.ts";
import { legacyEdits, packagesEdits } from "./edits.ts";
import { readLegacy, readPackages } from "./read.ts";
import { isInstalled, type LockTree } from "./tree.ts";

/**
 * The lockfile without what only the removed dependencies needed, and with the flags of what stays as npm would write
 * them. Entries that nothing needed before either are left alone. Throws `lockfile` for what is no lockfile of npm.
 */
export function removeFromNpmLockfile(text: string, removals: Removals, context: LockfileContext): LockfileResult {
  const lock = parseObject(text, context.path, "lockfile");
  const packages = objectAt(lock, "packages");
  const { workspaces } = context;
  const version = memberOf(lock, "lockfileVersion")?.value;
  if (packages === undefined && objectAt(lock, "dependencies") === undefined) {
    return { text, freed: [], directories: [], names: new Set() };
  }
  if (version?.kind !== "number" || ![1, 2, 3].includes(version.value)) {
    const found =
      version === undefined ? "no lockfileVersion" : `lockfileVersion ${text.slice(version.start, version.end)}`;
    throw broken(context.path, `has ${found}, and shrinkdeps knows 1, 2 and 3`);
  }
  const read = packages === undefined ? legacyTree(lock, context) : readPackages(packages, workspaces);
  const before = ignoresPeers(context) ? withoutPeers(read) : read;
  const after = withoutEdges(before, removals, workspaces);
  const change = knownFlags(text, compareTrees(before, after, workspaces));
  const left = packages === undefined ? [] : packagesEdits(text, packages, removals, change);
  const edited = applyEdits(text, [...left, ...legacyEdits(text, lock, removals, change, after)]);
  const gone = [...change.leaves].flatMap((id) => before.get(id) ?? []);
  const named = gone.flatMap((node) => (node.version === undefined ? [] : [`${node.name}@${node.version}`]));
  const stays = [...before.values()].filter((node) => !change.leaves.has(node.id) && isInstalled(node.id));
  const directories = gone.map((node) => node.id).filter(isInstalled);
  return {
    text: edited,
    freed: [...new Set(named)].sort(),
    directories,
    names: new Set(stays.map((node) => node.name)),
  };
}

/** The change without the flag that npm 6 did not have, for a lockfile it wrote. */
function knownFlags(text: string, change: TreeChange): TreeChange {
  if (!change.hadDevOptional || text.includes('"devOptional"')) return change;
  const flags = new Map(
    [...change.flags].map(([id, all]) => [id, all.filter(([flag]) => flag !== "devOptional")] as const),
  );
  return { ...change, flags };
}

/** With this setting npm neither installs peers nor keeps what only they ask for. */
function ignoresPeers({ read }: LockfileContext): boolean {
  const lines = [...(read(".npmrc") ?? "").matchAll(/^[ \t]*legacy-peer-deps[ \t]*(?:=[ \t]*(\S*))?[ \t]*\r?$/gm)];
  const last = lines.at(-1);
  return last !== undefined && (last[1] ?? "true") !== "false";
}

function withoutPeers(tree: LockTree): LockTree {
  return new Map([...tree].map(([id, node]) => [id, { ...node, edges: node.edges.filter(({ peer }) => !peer) }]));
}

function legacyTree(lock: JsonObject, context: LockfileContext): LockTree {
  const manifests = new Map<string, JsonObject>();
  for (const [directory, text] of context.manifests) {
    manifests.set(
      directory,
      parseObject(text, directory === "" ? "package.json" : `${directory}/package.json`, "manifest"),
    );
  }
  return readLegacy(lock, manifests, context.workspaces);
}

function parseObject(text: string, path: string, kind: "lockfile" | "manifest"): JsonObject {
  const reading = scanJson(text);
  if ("error" in reading) throw new ShrinkdepsError(kind, reading.error.message, { path, line: reading.error.line });
  if (reading.root.kind !== "object") throw new ShrinkdepsError(kind, "is not a JSON object", { path, line: 1 });
  return reading.root;
}

function broken(path: string, message: string): ShrinkdepsError {
  return new ShrinkdepsError("lockfile", message, { path, hint: "nothing was changed" });
}
