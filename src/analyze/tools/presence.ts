import type { Project } from "../../project/project.ts";
import type { Collector, Place } from "./collector.ts";
import { conventionsOfFile } from "./conventions/index.ts";
import { AUTOLOADED, CONFIGURED } from "./conventions/presence.ts";
import { entryOf, startOf } from "./manifests.ts";

/** The tools a file configures by being there. */
export function findConfigured(
  path: string,
  workspace: string,
  collector: Collector,
  read: () => string | undefined,
): void {
  const hosts = conventionsOfFile(path).flatMap((convention) => convention.hosts);
  for (const [files, tools] of CONFIGURED) if (files.test(path)) hosts.push(...tools);
  const asked = hosts.filter((host) => collector.names.has(host));
  if (asked.length === 0) return;
  const text = read();
  if (text === undefined) return;
  collector.add({ path, workspace, text }, startOf(text), asked, "config", path);
}

/** Plugins that a declared tool finds by the look of their names. */
export function findAutoloaded(project: Project, collector: Collector): void {
  const declared = new Set(project.manifests.flatMap((manifest) => manifest.dependencies.map(({ name }) => name)));
  for (const { hosts, packages } of AUTOLOADED) {
    const host = hosts.find((name) => declared.has(name));
    if (host === undefined) continue;
    for (const manifest of project.manifests) {
      for (const { name } of manifest.dependencies) {
        if (!packages.test(name) || hosts.includes(name) || !collector.names.has(name)) continue;
        const entry = entryOf(manifest, name);
        const place: Place = { path: manifest.path, workspace: manifest.directory, text: manifest.text };
        if (entry !== undefined) collector.add(place, entry, [name], "config", host);
      }
    }
  }
}
