/** What overrides and resolutions put in the place of what is asked for. */
import { dependencySections, isRecord, stringEntries } from "../project/manifest.ts";
import { selectedName } from "../project/lock/pnpm/settings.ts";
import { namesOfPattern } from "../project/lock/yarn/resolutions.ts";
import type { AuditContext } from "./check.ts";
import { sourceOf } from "./specifier.ts";

/**
 * Names that an override takes from git or a URL, somewhere in the tree at least. One from a catalog counts, too: its entry
 * may say so.
 */
export function takenFromElsewhere({ project, settings }: AuditContext): ReadonlySet<string> {
  const json = project.manifests[0]?.json ?? {};
  const direct = new Map(dependencySections.toReversed().flatMap(([section]) => stringEntries(json[section])));
  const pnpm = isRecord(json.pnpm) ? json.pnpm.overrides : undefined;
  const written = settings.flatMap(({ path, name, value }): [string, string][] =>
    path === "pnpm-workspace.yaml" && name.startsWith("overrides.") ? [[name.slice("overrides.".length), value]] : [],
  );
  const all = [...[json.overrides, json.resolutions, pnpm].flatMap((entries) => overridesIn(entries, "")), ...written];
  return new Set(all.flatMap(([selector, value]) => (isElsewhere(value, direct) ? [nameOf(selector)] : [])));
}

/** An override may hold others, for what a package alone brings, and itself as ".". */
function overridesIn(entries: unknown, holder: string): [selector: string, value: string][] {
  if (!isRecord(entries)) return [];
  return Object.entries(entries).flatMap(([key, value]): [string, string][] => {
    const selector = key === "." ? holder : key;
    return typeof value === "string" ? [[selector, value]] : overridesIn(value, selector);
  });
}

/** "$left-pad" is what the root asks for it by. */
function isElsewhere(value: string, direct: ReadonlyMap<string, string>): boolean {
  const { kind } = sourceOf(value.startsWith("$") ? (direct.get(value.slice(1)) ?? "") : value);
  return kind === "git" || kind === "url" || kind === "catalog";
}

/** The name a selector of any manager is about: "b" for "b@^1", "a>b", "**\/b" and "a/b". */
function nameOf(selector: string): string {
  const isWay = /[\w)]>@?[a-z]/i.test(selector);
  return (isWay ? undefined : namesOfPattern(selector).at(-1)) ?? selectedName(selector);
}
