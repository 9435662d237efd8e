/**
 * A git repository, read from its files: no program is started, no configuration of the repository is carried out, and
 * nothing is fetched. Every object is checked against its hash, so what is read is what git would read, or an error.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";

export interface Repository {
  /** Absolute; the directory that .git is in. */
  readonly workTree: string;
  /** Where HEAD is; a linked work tree has its own. */
  readonly gitDirectory: string;
  /** Where refs and objects are. */
  readonly commonDirectory: string;
  /** Its own directory of objects, then those it borrows from. */
  readonly objectDirectories: readonly string[];
  readonly hash: { readonly algorithm: "sha1" | "sha256"; readonly bytes: number };
  /** False where refs are kept in another form than files. */
  readonly hasFileRefs: boolean;
  /** True when history was cut off: not every commit that is named is there. */
  readonly isShallow: boolean;
}

/** The repository a directory (absolute) is in. Throws a ShrinkdepsError when there is none. */
export function openRepository(directory: string): Repository {
  for (let at = directory; ; at = dirname(at)) {
    const marker = join(at, ".git");
    if (existsSync(marker)) return repositoryAt(at, marker);
    if (dirname(at) === at)
      throw new ShrinkdepsError("usage", "the project is in no git repository", { hint: "check without --base" });
  }
}

/** Path of a directory (absolute, symlinks resolved) in its repository, with "/"; "" at its root, and outside of any. */
export function directoryInRepository(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return relative(at, directory).split(sep).join("/");
    if (dirname(at) === at) return "";
  }
}

function repositoryAt(workTree: string, marker: string): Repository {
  const gitDirectory = statSync(marker).isDirectory() ? marker : linkedDirectory(workTree, marker);
  const common = textOf(join(gitDirectory, "commondir"));
  const commonDirectory = common === undefined ? gitDirectory : resolve(gitDirectory, common.trim());
  const config = textOf(join(commonDirectory, "config")) ?? "";
  const algorithm = /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(config) ? "sha256" : "sha1";
  return {
    workTree,
    gitDirectory,
    commonDirectory,
    objectDirectories: withAlternates(join(commonDirectory, "objects")),
    hash: { algorithm, bytes: algorithm === "sha1" ? 20 : 32 },
    hasFileRefs: !/^\s*refstorage\s*=\s*"?reftable"?\s*$/im.test(config),
    isShallow: existsSync(join(commonDirectory, "shallow")),
  };
}

/** Of a linked work tree or a submodule .git is a file: "gitdir: <path>". */
function linkedDirectory(workTree: string, marker: string): string {
  const path = /^gitdir: (.+)$/m.exec(textOf(marker) ?? "")?.[1];
  if (path === undefined) throw new ShrinkdepsError("usage", "it does not name a git repository", { path: marker });
  return resolve(workTree, path.trim());
}

function withAlternates(first: string): string[] {
  const found = [first];
  for (const directory of found) {
    for (const line of (textOf(join(directory, "info", "alternates")) ?? "").split("\n")) {
      const path = line.trim();
      if (path === "" || path.startsWith("#")) continue;
      const other = resolve(directory, path);
      if (!found.includes(other)) found.push(other);
    }
  }
  return found;
}

/** Text of a file; undefined when it cannot be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
