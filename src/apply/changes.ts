/** A plan as changes of files: sources and helpers as planned, manifests and lockfiles edited to match. */
import { ShrinkdepsError } from "../errors.ts";
import { freedTogether } from "../project/dominators.ts";
import type { Project } from "../project/project.ts";
import type { Plan } from "../rewrite/plan.ts";
import type { Removals } from "./lockfile/editor.ts";
import { editLockfiles, type LockfileChange } from "./lockfile/editors.ts";
import { removeFromManifest, type ManifestOptions } from "./manifest.ts";
import { idlePatches } from "./patches.ts";
import type { FileChange } from "./transaction/commit.ts";

/** Changes of one plan. Nothing is written yet. */
export interface Changes {
  /** Sources and helper modules. */
  readonly sources: readonly FileChange[];
  /** Manifests, then lockfiles, then settings of the manager. */
  readonly records: readonly FileChange[];
  /** Packages that leave the lockfile, else the tree, as "name@version"; undefined when neither is known. */
  readonly freed: readonly string[] | undefined;
  /** Directories of packages that leave ("node_modules/left-pad"). */
  readonly directories: readonly string[];
  /** Names that leave the manifest of each workspace. */
  readonly removals: Removals;
  /** What is left for a person, each as a sentence. */
  readonly notes: readonly string[];
}

/** Throws `conflict` when a helper's file is there with another content, `lockfile` for a lockfile that cannot be read. */
export function changesOf(project: Project, plan: Plan): Changes {
  const removals = removalsOf(project, plan);
  const sources = [
    ...plan.files.map(({ path, before, after }) => ({ path, before, after })),
    ...plan.newFiles.flatMap(({ path, text }) => newFile(project, path, text)),
  ];
  const isManifest = (path: string) => project.manifests.some((manifest) => manifest.path === path);
  const locks = removals.size === 0 ? [] : editLockfiles(project, removals);
  const inTree = freedInTree(project, removals);
  const { freed, directories } = locks.length === 0 ? inTree : freedFromLocks(locks, inTree);
  const names = new Set(locks.flatMap((lock) => [...lock.names]));
  const removed = new Set([...removals.values()].flatMap((set) => [...set]));
  const left = [...removed, ...locks.flatMap((lock) => lock.freed.map((one) => one.slice(0, one.lastIndexOf("@"))))];
  const versions = locks.flatMap((lock) => lock.freed);
  const gone = new Set(locks.length === 0 ? [] : [...left.filter((name) => !names.has(name)), ...versions]);
  const catalogs = new Set(locks.flatMap((lock) => [...(lock.catalogs ?? [])]));
  const declared = [
    ...manifestChanges(project, plan, removals, { gone, catalogs }),
    ...locks.flatMap(({ settings }) => settings ?? []),
  ];
  const notes = [...locks.flatMap((lock) => lock.notes ?? []), ...idlePatches(project, declared, gone)];
  return {
    sources: sources.filter((change) => !isManifest(change.path)),
    records: [
      ...declared.filter(({ path }) => isManifest(path)),
      ...locks.map(({ change }) => change),
      ...declared.filter(({ path }) => !isManifest(path)),
    ],
    freed,
    directories,
    removals,
    notes: [...new Set(notes)],
  };
}

type Freed = Pick<Changes, "freed" | "directories">;

/** A lockfile that does not say where packages are leaves that to the tree. */
function freedFromLocks(locks: readonly LockfileChange[], inTree: Freed): Freed {
  const freed = [...new Set(locks.flatMap((lock) => lock.freed))].sort();
  const directories = [...new Set(locks.flatMap((lock) => lock.directories))];
  return { freed, directories: directories.length === 0 ? inTree.directories : directories };
}

/** The same by the tree as it was read (the installed one, say), where there is no lockfile. */
function freedInTree(project: Project, removals: Removals): Freed {
  if (!project.graph.known || removals.size === 0) return { freed: undefined, directories: [] };
  const { graph } = project.graph;
  const ids = freedTogether(graph, (name, workspace) => removals.get(workspace)?.has(name) === true);
  const nodes = ids.flatMap((id) => graph.nodes.get(id) ?? []);
  const freed = nodes.map(({ name, version }) => (version === undefined ? name : `${name}@${version}`));
  return { freed: [...new Set(freed)].sort(), directories: nodes.flatMap(({ locations }) => locations) };
}

function removalsOf(project: Project, plan: Plan): Removals {
  const removals = new Map<string, Set<string>>();
  for (const { manifest: path, name } of plan.removals) {
    const manifest = project.manifests.find((candidate) => candidate.path === path);
    if (manifest === undefined) throw new Error(`the plan names ${path}, which is no manifest of the project`);
    removals.set(manifest.directory, (removals.get(manifest.directory) ?? new Set()).add(name));
  }
  return removals;
}

/** No change where the helper is there already, from an earlier apply. */
function newFile(project: Project, path: string, text: string): FileChange[] {
  if (!project.disk.exists(path)) return [{ path, before: undefined, after: text }];
  const found = project.disk.read(path);
  if ("text" in found && found.text === text) return [];
  throw new ShrinkdepsError("conflict", "is there already, with another content than the helper it is to hold", {
    path,
    hint: "rename it; nothing was changed",
  });
}

/** What settings of the root's manifest may still speak of, and nothing uses. */
type Idle = Required<Pick<ManifestOptions, "gone" | "catalogs">>;

function manifestChanges(project: Project, plan: Plan, removals: Removals, idle: Idle): FileChange[] {
  return project.manifests.flatMap((manifest): FileChange[] => {
    const { path, directory } = manifest;
    const planned = plan.files.find((file) => file.path === path);
    const before = planned?.before ?? manifest.text;
    const names = removals.get(directory) ?? new Set();
    if (planned === undefined && names.size === 0 && (directory !== "" || idle.gone.size + idle.catalogs.size === 0))
      return [];
    const after = removeFromManifest(planned?.after ?? manifest.text, names, { ...idle, path });
    return after === before ? [] : [{ path, before, after }];
  });
}
