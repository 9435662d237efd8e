import { Option } from "commander";
import { ShrinkdepsError } from "../../errors.ts";
import { matchesPattern } from "../../project/patterns.ts";
import type { Project } from "../../project/project.ts";

export interface FilterOptions {
  readonly filter?: readonly string[];
}

export function filterOption(): Option {
  return new Option(
    "--filter <workspace>",
    'a workspace by name, or workspaces by a pattern of paths ("." is the root)',
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
}

/** Directories of the workspaces that the filters name; undefined without any. Throws for one that names none. */
export function findWorkspaces(project: Project, { filter }: FilterOptions): ReadonlySet<string> | undefined {
  if (filter === undefined) return undefined;
  const found = new Set<string>();
  for (const one of filter) {
    const pattern = one.replace(/^\.\/(?=.)|\/+$/g, "");
    const named = project.manifests.filter(
      ({ name, directory }) =>
        name === one ||
        (directory === "" ? pattern === "." : directory === pattern || matchesPattern(directory, pattern)),
    );
    if (named.length === 0) {
      const known = project.manifests.map(({ name, directory }) => name ?? (directory === "" ? "." : directory));
      throw new ShrinkdepsError(
        "usage",
        `no workspace is named ${JSON.stringify(one)}, and no path of one matches it`,
        {
          hint: `there are ${known.slice(0, 8).join(", ")}${known.length > 8 ? ` and ${known.length - 8} more` : ""}`,
        },
      );
    }
    for (const { directory } of named) found.add(directory);
  }
  return found;
}
