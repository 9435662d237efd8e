/** What only a registry knows, asked for by name. The one part of an audit that uses the network. */
import type { Project } from "../../project/project.ts";
import type { AuditResult, CheckResult } from "../finding.ts";
import { ask, type AskOptions } from "./ask.ts";
import { cachePath, readCache, writeCache } from "./cache.ts";
import { judgeAnswers } from "./checks.ts";
import { createFindRegistry } from "./registry.ts";

export interface OnlineOptions {
  /** Variables of the environment, which npm's configuration comes from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly patience?: AskOptions["patience"];
  /** Milliseconds since 1970; the clock's when absent. */
  readonly now?: number;
}

export interface OnlineAudit {
  readonly result: AuditResult;
  /** What to keep for the next run, and where; undefined where nothing is new or there is no node_modules to keep it in. */
  readonly cache: { readonly path: string; readonly text: string } | undefined;
}

const patience = { one: 10_000, all: 60_000 };

/** Adds what the registries say to what the files say. Throws nothing: what was not learnt is said to be unknown. */
export async function auditOnline(
  project: Project,
  offline: AuditResult,
  options: OnlineOptions,
): Promise<OnlineAudit> {
  const withChecks = (more: readonly CheckResult[]): AuditResult => ({
    ...offline,
    online: true,
    checks: [...offline.checks, ...more],
  });
  if (!project.graph.known) {
    const unknown = [`the tree of packages is unknown: ${project.graph.reason}`];
    return { result: withChecks([{ check: "deprecations", findings: [], unknown }]), cache: undefined };
  }
  const { graph } = project.graph;
  const now = options.now ?? Date.now();
  const cache = readCache(project.disk, now);
  const before = cache.size;
  const byLabel = new Map(
    [...graph.nodes.values()]
      .filter(({ importer, source }) => !importer && (source === "registry" || source === "unknown"))
      .map((node) => [`${node.name}@${node.version}`, node]),
  );
  const findRegistry = createFindRegistry(project.disk, options.env);
  const answers = await ask([...byLabel.values()], {
    findRegistry,
    cache,
    now,
    patience: options.patience ?? patience,
  });
  const isKept = cache.size > before && project.disk.isDirectory("node_modules");
  return {
    result: withChecks(judgeAnswers(answers, graph.source, now)),
    cache: isKept ? { path: cachePath, text: writeCache(cache) } : undefined,
  };
}
