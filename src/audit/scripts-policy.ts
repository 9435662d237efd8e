/** Whether the package manager of a project runs the install scripts of its packages, by what the project tells it. */
import { jsonTokens } from "../analyze/tools/json.ts";
import type { PackageNode } from "../project/graph.ts";
import { isRecord } from "../project/manifest.ts";
import type { AuditContext } from "./check.ts";
import { lastSetting } from "./settings.ts";

export type ScriptsPolicy =
  /** It runs, and nobody was asked. */
  | { readonly kind: "runs" }
  /** It runs, and `by` says that it may. */
  | { readonly kind: "allowed"; readonly by: string }
  /** It does not run, because of `by`. */
  | { readonly kind: "blocked"; readonly by: string };

/** The policy for one package, by the manager whose lockfile the tree was read from. */
export function scriptsPolicy(context: AuditContext, node: PackageNode): ScriptsPolicy {
  const ignored = ignoredBy(context);
  if (ignored !== undefined) return { kind: "blocked", by: ignored };
  switch (context.graph?.manager) {
    case "npm":
      return npmPolicy(context, node);
    case "pnpm":
      return pnpmPolicy(context, node);
    case "bun":
      return listed(context, "trustedDependencies", node) ?? { kind: "blocked", by: "bun, which runs what is trusted" };
    case "deno":
      return denoPolicy(context, node);
    default:
      return { kind: "runs" };
  }
}

/** Of deno.json `allowScripts`: true, names in a list, or names under `allow`. */
function denoPolicy({ project }: AuditContext, node: PackageNode): ScriptsPolicy {
  for (const path of ["deno.json", "deno.jsonc"]) {
    const file = project.disk.read(path);
    const named = jsonTokens("text" in file ? file.text : "").some(
      ({ path: [section, list], value, isKey }) =>
        !isKey &&
        section === "allowScripts" &&
        list !== "deny" &&
        (value === "true" || value.replace(/^npm:/, "").replace(/(?<=.)@.*$/, "") === node.name),
    );
    if (named) return { kind: "allowed", by: `allowScripts in ${path}` };
  }
  return { kind: "blocked", by: "deno, which runs what --allow-scripts or allowScripts names" };
}

function ignoredBy({ settings }: AuditContext): string | undefined {
  const off = [
    lastSetting(settings, ".npmrc", "ignore-scripts"),
    lastSetting(settings, ".yarnrc", "ignore-scripts", "--install.ignore-scripts", "--ignore-scripts"),
    lastSetting(settings, "pnpm-workspace.yaml", "ignoreScripts"),
  ].find((setting) => setting?.value === "true");
  const disabled = lastSetting(settings, ".yarnrc.yml", "enableScripts");
  const found = off ?? (disabled?.value === "false" ? disabled : undefined);
  return found === undefined ? undefined : `${found.name} in ${found.path}:${found.line}`;
}

/** `allowScripts` holds names, or names with versions, each with true or false. */
function npmPolicy({ project }: AuditContext, node: PackageNode): ScriptsPolicy {
  const allow = project.manifests[0]?.json.allowScripts;
  const named = isRecord(allow) ? (allow[`${node.name}@${node.version}`] ?? allow[node.name]) : undefined;
  if (named === false) return { kind: "blocked", by: "allowScripts in package.json" };
  return named === true ? { kind: "allowed", by: "allowScripts in package.json" } : { kind: "runs" };
}

function pnpmPolicy(context: AuditContext, node: PackageNode): ScriptsPolicy {
  const { settings } = context;
  const built = lastSetting(settings, "pnpm-workspace.yaml", `allowBuilds.${node.name}`);
  if (built !== undefined)
    return { kind: built.value === "true" ? "allowed" : "blocked", by: `${built.path}:${built.line}` };
  const named = settings.find(
    ({ path, name, value }) =>
      path === "pnpm-workspace.yaml" && name === "onlyBuiltDependencies" && value === node.name,
  );
  if (named !== undefined) return { kind: "allowed", by: `${named.path}:${named.line}` };
  const inManifest = listed(context, "onlyBuiltDependencies", node);
  if (inManifest !== undefined) return inManifest;
  const hasList = settings.some(({ name }) => name === "onlyBuiltDependencies" || name.startsWith("allowBuilds."));
  if (hasList) return { kind: "blocked", by: "the list of what may be built, which lacks it" };
  const version = managerVersion(context, "pnpm");
  return version !== undefined && version[0] >= 10
    ? { kind: "blocked", by: "pnpm 10 and later, which run what is listed" }
    : { kind: "runs" };
}

function listed(
  { project }: AuditContext,
  field: "onlyBuiltDependencies" | "trustedDependencies",
  node: PackageNode,
): ScriptsPolicy | undefined {
  const json = project.manifests[0]?.json ?? {};
  const section = field === "trustedDependencies" ? json : isRecord(json.pnpm) ? json.pnpm : {};
  const list = section[field];
  if (!Array.isArray(list)) return undefined;
  return list.includes(node.name)
    ? { kind: "allowed", by: `${field} in package.json` }
    : { kind: "blocked", by: `${field} in package.json, which lacks it` };
}

/** Major and minor of the version that "packageManager" names for a manager; undefined when it names none. */
export function managerVersion({ project }: AuditContext, manager: string): readonly [number, number] | undefined {
  const named = project.manifests[0]?.json.packageManager;
  const match = typeof named === "string" ? /^([a-z]+)@(\d+)\.(\d+)/.exec(named) : null;
  return match !== null && match[1] === manager ? [Number(match[2]), Number(match[3])] : undefined;
}
