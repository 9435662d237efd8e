/**
 * Law 8: the diagnostics that a change adds to the project's own programs. Each tsconfig of the user is checked as it
 * stands and with the planned texts, in memory, with the removed packages out of reach.
 */
import { posix } from "node:path";
import { ts } from "../../typescript.ts";
import type { Disk, Project } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import type { Changes } from "../changes.ts";
import { findConfigs, parseConfig } from "./configs.ts";
import type { View } from "./host.ts";
import { openConfig, type CheckedConfig } from "./program.ts";

export interface Diagnostic {
  /** Relative to the root; "" for one that is about no file. */
  readonly path: string;
  /** Counts from 1 in the text after the change; 0 without a file. */
  readonly line: number;
  readonly message: string;
  /** TypeScript's number, as in TS2307. */
  readonly code: number;
}

export interface TypeCheckResult {
  readonly diagnostics: readonly Diagnostic[];
  /** What the check could not say, one sentence each. */
  readonly notProved: readonly string[];
}

/** What a change is to the type check: texts, packages whose directories go, names that go from a workspace. */
export type TypeCheckedChanges = Pick<Changes, "sources" | "directories" | "removals">;

export interface TypeCheck {
  check(changes: TypeCheckedChanges): TypeCheckResult;
}

/** TS6059: a file is not under "rootDir". */
const outsideRoot = 6059;

/** New diagnostics of one change; `createTypeCheck` is cheaper for several. */
export function newDiagnostics(project: Project, changes: TypeCheckedChanges): TypeCheckResult {
  return createTypeCheck(project).check(changes);
}

/** Opens the project's programs once; every check after the first re-checks only what a change affects. */
export function createTypeCheck(project: Project): TypeCheck {
  const { root, disk } = project;
  const opened = new Map<string, CheckedConfig>();
  return {
    check(changes) {
      const reason = whyNot(project);
      if (reason !== undefined) return { diagnostics: [], notProved: [`types were not checked: ${reason}`] };
      enter("check");
      const view = viewOf(project, changes);
      const added = new Set([...view.texts.keys()].filter((path) => !disk.exists(path)));
      const diagnostics: Diagnostic[] = [];
      const notProved: string[] = [];
      const touched = new Set(changes.sources.filter(({ before }) => before !== undefined).map(({ path }) => path));
      for (const config of findConfigs(project, (path) => parseConfig(project, path, new Set()))) {
        try {
          const checked = opened.get(config.path) ?? openConfig(root, disk, config);
          for (const path of touched) if (checked.has(`${root}/${path}`)) touched.delete(path);
          const compared = checked.compare(parseConfig(project, config.path, added) ?? config, view);
          // A program that nothing touches is not kept: some projects have hundreds of configurations.
          if (compared !== undefined) opened.set(config.path, checked);
          if (compared === undefined) continue;
          const fresh = addedBy(root, compared.before, compared.after);
          diagnostics.push(...fresh.filter(({ code }) => code !== outsideRoot || !config.isRootShared));
        } catch (error) {
          // The compiler itself fails on some programs; that proves nothing, either way.
          notProved.push(
            `${config.path} was not checked: TypeScript failed with ${JSON.stringify(String(error).split("\n")[0])}`,
          );
        }
      }
      return { diagnostics: unique(diagnostics), notProved: [...notProved, ...uncovered([...touched])] };
    },
  };
}

function whyNot({ disk, root, sources, manifests }: Project): string | undefined {
  const isTyped = sources.some((source) => source.language === "ts" || source.language === "tsx");
  const hasConfig = manifests.some(({ directory }) =>
    disk.exists(directory === "" ? "tsconfig.json" : `${directory}/tsconfig.json`),
  );
  if (!hasConfig && !isTyped) return "the project has no tsconfig.json";
  if (!isInstalled(disk, root)) return "its packages are not installed";
  return undefined;
}

/** Packages may be installed above the root too, when the project is a part of a larger one. */
function isInstalled(disk: Disk, directory: string): boolean {
  if (disk.isDirectory(posix.join(directory, "node_modules"))) return true;
  const parent = posix.dirname(directory);
  return parent !== directory && isInstalled(disk, parent);
}

function uncovered(paths: readonly string[]): readonly string[] {
  const typed = paths
    .filter((path) => /\.[cm]?tsx?$/.test(path))
    .map((path) => `${path} is in no program of a tsconfig.json, so its types were not checked`);
  const plain = paths.length - typed.length;
  if (plain === 0) return typed;
  return [...typed, `${plain} rewritten JavaScript ${plain === 1 ? "file is" : "files are"} in no type check`];
}

function viewOf(project: Project, changes: TypeCheckedChanges): View {
  const { root, manifests } = project;
  const removedIn = (directory: string) => changes.removals.get(directory) ?? new Set<string>();
  const everywhere = new Set<string>();
  for (const name of [...changes.removals.values()].flatMap((names) => [...names])) {
    const holders = manifests.filter(({ dependencies }) => dependencies.some((one) => one.name === name));
    if (holders.every(({ directory }) => removedIn(directory).has(name))) everywhere.add(name);
  }
  const byDirectory = new Map(
    manifests.map(({ directory, dependencies }) => {
      const kept = new Set(dependencies.map((one) => one.name).filter((name) => !removedIn(directory).has(name)));
      const fromRoot = [...removedIn("")].filter((name) => !kept.has(name));
      return [directory, new Set([...everywhere, ...removedIn(directory), ...fromRoot])] as const;
    }),
  );
  const directories = [...byDirectory.keys()].filter((name) => name !== "").sort((a, b) => b.length - a.length);
  return {
    texts: new Map(changes.sources.map(({ path, after }) => [`${root}/${path}`, after])),
    directories: new Set(changes.directories.map((directory) => `${root}/${directory}`)),
    gone(file) {
      const workspace = directories.find((directory) => file.startsWith(`${root}/${directory}/`)) ?? "";
      return byDirectory.get(workspace) ?? everywhere;
    },
  };
}

/** Diagnostics that are there more often than before, by file, code and words. Lines move, and unions are reordered. */
function addedBy(root: string, before: readonly ts.Diagnostic[], after: readonly ts.Diagnostic[]): Diagnostic[] {
  const known = new Map<string, number>();
  for (const diagnostic of before) known.set(keyOf(diagnostic), (known.get(keyOf(diagnostic)) ?? 0) + 1);
  return after.flatMap((diagnostic) => {
    const key = keyOf(diagnostic);
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left > 0 ? [] : [describe(root, diagnostic)];
  });
}

function keyOf({ file, code, messageText }: ts.Diagnostic): string {
  const words = ts
    .flattenDiagnosticMessageText(messageText, " ")
    .split(/[^\p{L}\p{N}_$@/.-]+/u)
    .sort();
  return [file?.fileName ?? "", code, ...words].join(" ");
}

function describe(root: string, { file, start, code, messageText }: ts.Diagnostic): Diagnostic {
  const message = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n")[0] ?? "";
  if (file === undefined) return { path: "", line: 0, message, code };
  const path = file.fileName.startsWith(`${root}/`) ? file.fileName.slice(root.length + 1) : file.fileName;
  return { path, line: file.getLineAndCharacterOfPosition(start ?? 0).line + 1, message, code };
}

function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byKey = new Map(diagnostics.map((one) => [`${one.path}:${one.line}:${one.code}:${one.message}`, one]));
  return [...byKey.values()];
}
