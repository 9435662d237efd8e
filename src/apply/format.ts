/** Law 5: a file that the project's own Prettier left as it was before, it leaves as it is after. */
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parseJson } from "../project/json.ts";
import type { Disk, FileText, Project } from "../project/project.ts";
import type { FileChange } from "./transaction/commit.ts";

type Prettier = Pick<typeof import("prettier"), "check" | "format" | "resolveConfig" | "getFileInfo">;

export interface Formatted {
  readonly changes: readonly FileChange[];
  /** What was left unformatted, and why; one sentence each. */
  readonly notes: readonly string[];
}

/** In the order in which Prettier looks in a directory. */
const dataConfigs = [
  ".prettierrc.json",
  ".prettierrc.yaml",
  ".prettierrc.yml",
  ".prettierrc.json5",
  ".prettierrc.toml",
];
const extensions = ["js", "ts", "mjs", "mts", "cjs", "cts"];
const codeConfigs = extensions.flatMap((extension) => [`.prettierrc.${extension}`, `prettier.config.${extension}`]);

/**
 * The changes with their new texts formatted, where the project lists Prettier, the file was clean before (or is new, and
 * others are clean or there is a configuration), and the configuration is data. A configuration that is code, or that
 * loads plugins, would have to be executed: its files stay as planned, and `notes` say so.
 */
export async function formatChanges(project: Project, changes: readonly FileChange[]): Promise<Formatted> {
  const listed = project.manifests.some((manifest) => manifest.dependencies.some((one) => one.name === "prettier"));
  if (!listed || changes.length === 0) return { changes, notes: [] };
  const prettier = await loadPrettier(project.root);
  if (prettier === undefined) {
    return { changes, notes: ["the project's Prettier is not installed, so the rewritten files were not formatted"] };
  }
  const notes = new Set<string>();
  const formatted: FileChange[] = [];
  let isClean = false;
  const [old, made] = [changes.filter(isOld), changes.filter((change) => !isOld(change))];
  const results = new Map<FileChange, FileChange>();
  for (const change of [...old, ...made]) {
    const result = await formatChange(project, prettier, change, notes, old.length === 0 || isClean);
    isClean ||= result.isClean;
    results.set(change, result.change);
  }
  for (const change of changes) formatted.push(results.get(change) ?? change);
  return { changes: formatted, notes: [...notes] };
}

async function formatChange(
  project: Project,
  prettier: Prettier,
  change: FileChange,
  notes: Set<string>,
  isUsual: boolean,
): Promise<{ readonly change: FileChange; readonly isClean: boolean }> {
  const asPlanned = { change, isClean: false };
  if (change.after === undefined) return asPlanned;
  const filepath = join(project.root, change.path);
  const ignorePath = join(project.root, ".prettierignore");
  const info = await prettier.getFileInfo(filepath, { ignorePath, resolveConfig: false });
  if (info.ignored || info.inferredParser === null) return asPlanned;
  const config = findConfig(project.disk, dirname(filepath));
  if (config.kind === "code") {
    const named = relative(project.root, config.path);
    const what = /\.(?:[cm]?[jt]s)$/.test(named) ? "is code, which is" : "names a configuration that is code, which is";
    notes.add(`${named} ${what} not executed: what it formats was left unformatted`);
    return asPlanned;
  }
  // A package may depend on Prettier without being formatted by it.
  if (!isOld(change) && config.kind === "none" && !isUsual) return asPlanned;
  const place = config.kind === "data" ? { config: config.path } : {};
  try {
    const options = { ...(await prettier.resolveConfig(filepath, { ...place, editorconfig: true, useCache: false })) };
    if ((options.plugins ?? []).length > 0) {
      notes.add("Prettier's plugins are code, which is not executed: what they format was left unformatted");
      return asPlanned;
    }
    if (change.before !== undefined && !(await prettier.check(change.before, { ...options, filepath })))
      return asPlanned;
    const after = await prettier.format(change.after, { ...options, filepath });
    return { change: { ...change, after }, isClean: true };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    notes.add(`${change.path} was left unformatted, as Prettier cannot read it: ${reason}`);
    return asPlanned;
  }
}

function isOld({ before }: FileChange): boolean {
  return before !== undefined;
}

type Config = { readonly kind: "none" } | { readonly kind: "data" | "code"; readonly path: string };

/** The configuration nearest to a directory, as Prettier would find it, without loading it. */
function findConfig(disk: Disk, directory: string): Config {
  const manifest = join(directory, "package.json");
  const own = manifestConfig(disk.read(manifest));
  if (own !== undefined) return { kind: own, path: manifest };
  if (/^\s*prettier\s*:/m.test(textOf(disk.read(join(directory, "package.yaml"))))) {
    return { kind: "data", path: join(directory, "package.yaml") };
  }
  const at = (names: readonly string[]) => names.map((name) => join(directory, name)).find((path) => disk.exists(path));
  const data = at([".prettierrc", ...dataConfigs]);
  const code = at(codeConfigs);
  // Where both stand side by side Prettier's order has changed between versions: code is the careful reading.
  if (code !== undefined) return { kind: "code", path: code };
  if (data !== undefined) return { kind: isShared(textOf(disk.read(data))) ? "code" : "data", path: data };
  const parent = dirname(directory);
  return parent === directory ? { kind: "none" } : findConfig(disk, parent);
}

/** True for a file that holds no settings but one string: the name of a shared configuration, which is a package. */
function isShared(text: string): boolean {
  const content = text
    .replace(/^\uFEFF/, "")
    .replace(/^\s*(#.*|---)$/gm, "")
    .trim();
  if (content === "" || content.startsWith("{")) return false;
  if (/^["']/.test(content)) return !/^(["'])[^"']*\1\s*[:=]/.test(content);
  return !/[:=]/.test(content);
}

/** A string in "prettier" names a shared configuration, which is a package to load. */
function manifestConfig(file: FileText): "data" | "code" | undefined {
  const json = parseJson(textOf(file));
  if (!("value" in json) || typeof json.value !== "object" || json.value === null) return undefined;
  const config = "prettier" in json.value ? json.value.prettier : undefined;
  return config === undefined || config === null ? undefined : typeof config === "string" ? "code" : "data";
}

function textOf(file: FileText): string {
  return "text" in file ? file.text : "";
}

async function loadPrettier(root: string): Promise<Prettier | undefined> {
  try {
    const path = createRequire(join(root, "package.json")).resolve("prettier");
    const loaded: unknown = await import(pathToFileURL(path).href);
    if (isPrettier(loaded)) return loaded;
    const inner = typeof loaded === "object" && loaded !== null && "default" in loaded ? loaded.default : undefined;
    return isPrettier(inner) ? inner : undefined;
  } catch {
    return undefined;
  }
}

function isPrettier(value: unknown): value is Prettier {
  if (typeof value !== "object" || value === null) return false;
  return ["check", "format", "resolveConfig", "getFileInfo"].every(
    (name) => typeof Reflect.get(value, name) === "function",
  );
}
