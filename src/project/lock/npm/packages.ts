/** Lockfile versions 2 and 3 of npm, and node_modules/.package-lock.json: one flat object of paths. */
import { isRecord } from "../../manifest.ts";
import { nameOfId, type LockContent, type LockDefect, type LockEntry } from "./entry.ts";
import { needsOf } from "../needs.ts";

/** Reads `packages`; what is broken in it is told instead. */
export function readPackages(json: Readonly<Record<string, unknown>>): LockContent | LockDefect {
  if (!isRecord(json.packages)) return { at: ["packages"], message: 'it has no object "packages"' };
  const entries: LockEntry[] = [];
  const links = new Map<string, string>();
  for (const [id, entry] of Object.entries(json.packages)) {
    if (!isRecord(entry)) return { at: ["packages", id], message: `the entry ${JSON.stringify(id)} is not an object` };
    // npm prunes what nothing needs any more.
    if (id === "" || entry.extraneous === true) continue;
    if (entry.link === true) {
      if (typeof entry.resolved === "string") links.set(id, entry.resolved.replace(/\/+$/, ""));
      continue;
    }
    const isInstalled = entry.version !== undefined || entry.resolved !== undefined || !id.includes("node_modules/");
    // npm leaves entries with nothing but flags behind for packages of other platforms.
    if (!isInstalled) continue;
    entries.push({
      id,
      name: text(entry.name) ?? nameOfId(id),
      version: text(entry.version),
      resolved: text(entry.resolved),
      integrity: text(entry.integrity),
      installScript: entry.hasInstallScript === true,
      // What is linked is developed in place: npm installs its development dependencies too.
      needs: needsOf(entry, !id.includes("node_modules/")),
    });
  }
  return { entries, links };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
