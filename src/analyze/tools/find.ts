/** Every way a package is needed other than by code: scripts, bins, configurations, workflows, images, hooks, peers. */
import type { Project } from "../../project/project.ts";
import { join } from "../installed/entry.ts";
import type { Usage } from "../usage.ts";
import { makeCollector } from "./collector.ts";
import { findInExtended } from "./extended.ts";
import { findInManifest } from "./manifests.ts";
import { findPeers } from "./peers.ts";
import { findPragmas } from "./pragmas.ts";
import { findAutoloaded, findConfigured } from "./presence.ts";
import { findInConfig, findInText } from "./texts.ts";

/** Sources that tools read as configuration: the strings in them may name packages. */
const CONFIGURES =
  /(?:^|\/)(?:\.?[\w.-]*(?:\.config|\.conf|rc|-config)(?:\.[\w-]+)*|(?:gulp|grunt|jake)file(?:\.babel)?|gulpfile|webpack[\w.-]*|rollup[\w.-]*|karma[\w.-]*|wdio[\w.-]*|vitest\.workspace|jest[\w.-]*|config-overrides|testem|ember-cli-build|codegen|graphql\.config|fable-splitter|\.pnpmfile|serverless)\.[cm]?[jt]sx?$|(?:^|\/)\.(?:storybook|vuepress|vitepress|husky|config|erb)\//i;

/**
 * Finds where the files of a project name any of `names` outside of code, with exact places. Prefers a usage too many
 * to a package wrongly taken for unused: a text that spells a package's name as a word of its own uses it, unless the
 * file only describes, lists or locks packages. Prose (README, docs) is never read. The form tells the kind of file;
 * "peer" usages stand at the asking dependency's entry and have it as their specifier.
 */
export function findToolUsages(project: Project, names: ReadonlySet<string>): Usage[] {
  if (names.size === 0) return [];
  const collector = makeCollector(project, names);
  for (const manifest of project.manifests) findInManifest(manifest, collector);
  for (const file of project.texts) {
    const read = once(project, file.path);
    findConfigured(file.path, file.workspace, collector, read);
    const text = read();
    if (text === undefined) continue;
    const place = { path: file.path, workspace: file.workspace, text };
    findInText(file, place, collector);
    findInExtended(project.disk, place, collector);
  }
  const chosen = chosenConfigurations(project);
  for (const { path, workspace } of project.sources) {
    const read = once(project, path);
    findConfigured(path, workspace, collector, read);
    const text = CONFIGURES.test(path) || chosen.has(path) ? read() : undefined;
    if (text !== undefined && text.length < 1_000_000) findInConfig(path, { path, workspace, text }, text, collector);
  }
  for (const { path, workspace } of project.data ?? []) {
    const text = chosen.has(path) && path.endsWith(".json") ? once(project, path)() : undefined;
    if (text !== undefined && text.length < 1_000_000) findInConfig(path, { path, workspace, text }, text, collector);
  }
  findPragmas(project, collector);
  findAutoloaded(project, collector);
  findPeers(project, collector);
  return [...collector.usages];
}

/** Files that an npm script hands to a tool as its configuration, whatever they are called. */
function chosenConfigurations(project: Project): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { directory, scripts } of project.manifests) {
    for (const script of Object.values(scripts)) {
      for (const match of script.matchAll(
        /(?:^|\s)(?:-c|--config(?:-\w+)?|--opts|--project|-p|--reporter-options?\s+["']?configFile)(?:=|\s+)["']?([\w@./-]+)/g,
      )) {
        paths.add(join(directory, match[1]!));
      }
    }
  }
  return paths;
}

function once(project: Project, path: string): () => string | undefined {
  let read = false;
  let text: string | undefined;
  return () => {
    if (!read) {
      const file = project.disk.read(path);
      text = "text" in file ? file.text : undefined;
      read = true;
    }
    return text;
  };
}
