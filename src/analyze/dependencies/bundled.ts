/** Packages that a published workspace lists for the code of others that is built into it. */
import { isBuiltin } from "node:module";
import { posix } from "node:path";
import type { Manifest } from "../../project/project.ts";
import { ts } from "../../typescript.ts";
import { splitSpecifier } from "../usages/syntax.ts";
import type { Context } from "./context.ts";

/** Why a workspace may need what only code outside of it uses: that code is published with it or not at all. */
export function bundledFor(context: Context, name: string, workspace: string): string | undefined {
  const manifest = context.project.manifests.find(({ directory }) => directory === workspace);
  if (manifest === undefined || manifest.directory === "" || !isPublished(manifest)) return undefined;
  const usages = context.judgements.get(name)?.usages ?? [];
  const use = usages.find((usage) => usage.workspace !== workspace && usage.form !== "peer" && isOnlyBuilt(usage));
  if (use === undefined || !takesIn(context, manifest)) return undefined;
  return `${use.file} uses it, and this workspace may be built with that file in it`;

  function isOnlyBuilt({ workspace: user }: { readonly workspace: string }): boolean {
    const other = context.project.manifests.find(({ directory }) => directory === user);
    return other !== undefined && !isPublished(other);
  }
}

function isPublished({ json, name }: Manifest): boolean {
  return json["private"] !== true && name !== undefined;
}

/** True where sources of a workspace load files outside of it, a private workspace, or what nobody lists or installed. */
function takesIn({ project }: Context, { directory, dependencies, name: own }: Manifest): boolean {
  const listed = new Set(dependencies.filter(({ kind }) => kind !== "dev").map(({ name }) => name));
  const packages = new Map(project.manifests.map((manifest) => [manifest.name, manifest]));
  return project.sources.some(({ path, workspace }) => {
    if (workspace !== directory) return false;
    const file = project.disk.read(path);
    if (!("text" in file)) return false;
    return ts.preProcessFile(file.text, true, true).importedFiles.some(({ fileName }) => {
      if (fileName.startsWith("."))
        return !posix.join(posix.dirname(path), fileName).startsWith(`${directory}/`) && !fileName.endsWith(".json");
      const loaded = splitSpecifier(fileName)?.package;
      if (loaded === undefined || loaded === own || isBuiltin(loaded)) return false;
      const part = packages.get(loaded);
      if (part !== undefined) return !isPublished(part);
      return (
        !listed.has(loaded) &&
        !["", directory].some((at) => project.disk.exists(posix.join(at, "node_modules", loaded)))
      );
    });
  });
}
