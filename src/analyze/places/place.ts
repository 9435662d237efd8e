/** Where a helper module goes, and how the files that use it name it. */
import type { Project } from "../../project/project.ts";
import { typeAt } from "./kind.ts";
import { isListed, isSharedByTests, unlisted } from "./listed.ts";
import { publishedOf } from "./published.ts";

/** What decides a helper's place: the files that need it, and what it is written in. */
export interface Placement {
  readonly package: string;
  readonly entry: string;
  readonly workspace: string;
  readonly files: readonly string[];
  readonly extension: string;
}

/**
 * A path that no file has, next to what its users share: their common directory, or one above whose files are not all
 * loaded by something, or, where that is the workspace's root or not packed with a user that is, the first directory of
 * sources that is. Undefined when there is none.
 */
export function placeHelper(project: Project, placement: Placement, taken: ReadonlySet<string>): string | undefined {
  const { workspace, files } = placement;
  const name = helperName(placement.package, placement.entry);
  const common = unlisted(project, workspace, commonDirectory(files.map(directoryOf)));
  const fits = fitting(project, placement);
  const directory = common !== workspace && fits(common) ? common : rootDirectory(project, placement, fits);
  if (directory === undefined) return undefined;
  // Not every file system tells names apart by case.
  const present = new Set(project.disk.list(directory).map((entry) => join(directory, entry).toLowerCase()));
  for (const path of taken) present.add(path.toLowerCase());
  for (let suffix = ""; ; suffix = suffix === "" ? "-helper" : `${suffix}-2`) {
    const stem = join(directory, `${name}${suffix}`);
    const path = `${stem}${placement.extension}`;
    // Another ending of the same name would be found first by some resolvers.
    const isTaken = [".js", ".cjs", ".mjs", ".ts", ".mts", ".cts", ".jsx", ".tsx", ".json", ""].some((extension) =>
      present.has(`${stem}${extension}`.toLowerCase()),
    );
    if (!isTaken) return path;
  }
}

/** True where one directory at least, the workspace's own, takes the helper, whatever else is there. */
export function hasPlace(project: Project, placement: Placement): boolean {
  return fitting(project, placement)(placement.workspace);
}

/** Whether a directory is packed where a user is, and its files are modules of the users' kind. */
function fitting(project: Project, placement: Placement): (directory: string) => boolean {
  const { workspace, files, extension } = placement;
  const published = publishedOf(project.manifests.find((candidate) => candidate.directory === workspace));
  const isPublished = files.some(published.may);
  const kinds = new Set(extension === ".js" ? files.map((file) => typeAt(project, file)) : []);
  return (directory) => {
    const path = join(directory, `${helperName(placement.package, placement.entry)}${extension}`);
    const isOfKind = [...kinds].every((kind) => kind === typeAt(project, path));
    return isOfKind && (!isPublished || published.does(path));
  };
}

/** The helper's file name without its ending: the package's own, a subpath behind it. */
export function helperName(packageName: string, entry: string): string {
  const base = packageName.replace(/^@/, "").replaceAll(/[^A-Za-z0-9]+/g, "-");
  const sub = entry === "." ? "" : `-${entry.slice(2).replaceAll(/[^A-Za-z0-9]+/g, "-")}`;
  return `${base}${sub}`;
}

/** The identifier for a package's default export. */
export function identifierFor(packageName: string, entry: string): string {
  const words = helperName(packageName, entry)
    .split("-")
    .filter((word) => word !== "");
  const camel = words
    .map((word, index) => (index === 0 ? word : `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`))
    .join("");
  return /^[A-Za-z_$]/.test(camel) && !reserved.has(camel) ? camel : `_${camel}`;
}

const reserved = new Set(
  (
    "default delete function class new return typeof void in of var let const this super null true false import export enum " +
    "break case catch continue debugger do else extends finally for if instanceof switch throw try while with yield await " +
    "static implements interface package private protected public eval arguments undefined"
  ).split(" "),
);

/** A relative specifier from one file to another, with or without the ending. */
export function relativeSpecifier(from: string, to: string, ending: string | undefined): string {
  const source = directoryOf(from)
    .split("/")
    .filter((part) => part !== "");
  const target = to.split("/");
  while (source.length > 0 && target.length > 1 && source[0] === target[0]) {
    source.shift();
    target.shift();
  }
  const path = [...source.map(() => ".."), ...target].join("/");
  const stem = path.replace(/\.[cm]?[jt]sx?$/, "");
  return `${path.startsWith("..") ? "" : "./"}${stem}${ending ?? ""}`;
}

/** Where a helper goes that the workspace's root is common to: a directory its users are in, or any other that fits. */
function rootDirectory(
  project: Project,
  { files, workspace }: Placement,
  fits: (directory: string) => boolean,
): string | undefined {
  const relative = (directory: string): string =>
    workspace === "" ? directory : directory.slice(workspace.length + 1);
  const usable = (
    paths: readonly string[],
    isWanted = (directory: string) => !isForDevelopment(directory),
  ): readonly string[] =>
    [...new Set(paths.map(directoryOf))]
      .filter(
        (directory) =>
          directory !== workspace && fits(directory) && isWanted(relative(directory)) && !isListed(project, directory),
      )
      .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1));
  const isCommand = (directory: string): boolean => /^bin(?:\/|$)/.test(relative(directory));
  const isLibrary = (directory: string): boolean => /^(?:lib|src)$/.test(relative(directory));
  const all = usable(project.sources.filter((source) => source.workspace === workspace).map((source) => source.path));
  const own = usable(files).find((directory) => !isCommand(directory));
  if (own !== undefined) return all.find((each) => isLibrary(each) && own.startsWith(`${each}/`)) ?? own;
  if (files.every((file) => isForDevelopment(relative(file)))) {
    const [shared] = usable(files, isSharedByTests);
    if (shared !== undefined) return shared;
    if (fits(workspace)) return workspace;
  }
  return all.find(isLibrary) ?? (fits(workspace) ? workspace : all[0]);
}

function isForDevelopment(path: string): boolean {
  return /(?:^|\/)(?:tests?(?:[-_]\w+)?|__tests__|spec|bench\w*|examples?|scripts?|fixtures?|docs?)(?:\/|$)|(?:^|\/)\w+\.(?:config|conf)\.\w+$/.test(
    path,
  );
}

function commonDirectory(directories: readonly string[]): string {
  const [first = "", ...rest] = directories;
  let common = first.split("/");
  for (const directory of rest) {
    const parts = directory.split("/");
    let length = 0;
    while (length < common.length && common[length] === parts[length]) length += 1;
    common = common.slice(0, length);
  }
  return common.join("/");
}

function directoryOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

function join(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}
