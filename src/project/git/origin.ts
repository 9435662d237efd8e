/** Where a repository comes from, as its own files tell. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { directoryInRepository, openRepository, textOf } from "./repository.ts";

export interface Origin {
  /** The branch changes are merged into; "main" where nothing says. */
  readonly branch: string;
  /** The project's directory in its repository, "" at the root and outside of any. */
  readonly directory: string;
  /** Whose workflows it has, or where its remotes are; undefined when that is not clear. */
  readonly service: "github" | "gitlab" | undefined;
}

/** Reads it for a directory (absolute, symlinks resolved), in a repository or not. */
export function readOrigin(root: string): Origin {
  const directory = directoryInRepository(root);
  const top = directory === "" ? root : root.slice(0, -directory.length - 1);
  if (!existsSync(join(top, ".git"))) return { branch: "main", directory, service: serviceOf(top, "") };
  const { commonDirectory } = openRepository(root);
  const head = textOf(join(commonDirectory, "refs", "remotes", "origin", "HEAD"));
  const branch = /^ref: refs\/remotes\/origin\/(\S+)$/m.exec(head ?? "")?.[1] ?? "main";
  return { branch, directory, service: serviceOf(top, textOf(join(commonDirectory, "config")) ?? "") };
}

function serviceOf(top: string, config: string): Origin["service"] {
  if (existsSync(join(top, ".github"))) return "github";
  if (existsSync(join(top, ".gitlab-ci.yml"))) return "gitlab";
  const hosts = [...config.matchAll(/^\s*url\s*=\s*(.+)$/gm)].map(([, url = ""]) => url);
  if (hosts.some((url) => /(?:^|[/@.])github\.com[/:]/.test(url))) return "github";
  return hosts.some((url) => /(?:^|[/@.])gitlab\.[\w.-]+[/:]/.test(url)) ? "gitlab" : undefined;
}
