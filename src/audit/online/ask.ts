/** Asks registries about packages, several at a time, for as long as it may take. */
import type { PackageNode } from "../../project/graph.ts";
import { eachOf } from "../../steps.ts";
import type { Cache } from "./cache.ts";
import { readFacts, type RegistryFacts } from "./facts.ts";
import type { FindRegistry } from "./registry.ts";

export interface AskOptions {
  readonly findRegistry: FindRegistry;
  readonly cache: Cache;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds for one answer, and for all of them. */
  readonly patience: { readonly one: number; readonly all: number };
}

export interface Answers {
  readonly facts: ReadonlyMap<PackageNode, RegistryFacts>;
  /** Why something is not known, with the packages it is not known of. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

const atOnce = 8;
/** Bytes of one answer that are read. */
const most = 50_000_000;

/** What registries say of packages that come from one. Never throws: what could not be learnt is in `missing`. */
export async function ask(nodes: readonly PackageNode[], options: AskOptions): Promise<Answers> {
  const facts = new Map<PackageNode, RegistryFacts>();
  const missing = new Map<string, string[]>();
  const end = AbortSignal.timeout(options.patience.all);
  const waiting = eachOf("registry", nodes);
  const work = async (): Promise<void> => {
    for (const node of waiting) {
      const found = await askOne(node, options, end);
      if (typeof found !== "string") facts.set(node, found);
      else missing.set(found, [...(missing.get(found) ?? []), `${node.name}@${node.version ?? "?"}`]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { facts, missing };
}

async function askOne(
  node: PackageNode,
  { findRegistry, cache, now, patience }: AskOptions,
  end: AbortSignal,
): Promise<RegistryFacts | string> {
  const { name, version } = node;
  const registry = findRegistry(node);
  if (registry === undefined) return "neither an npmrc file nor the lockfile names a registry: set registry in .npmrc";
  if (version === undefined) return "their version is not known";
  const key = `${registry} ${name}@${version}`;
  const kept = cache.get(key);
  if (kept !== undefined) return kept.facts;
  if (end.aborted) return "there was no time left to ask";
  try {
    // Nothing but the name is sent: no token, no cookie, nothing of the project.
    const answer = await fetch(`${registry}${name.replace("/", "%2f")}`, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.any([end, AbortSignal.timeout(patience.one)]),
    });
    if (answer.status === 401 || answer.status === 403) return "the registry wants a login, and none is sent";
    if (!answer.ok) return `the registry answered with ${answer.status}`;
    const text = await readText(answer);
    if (text === undefined) return "the answer is too large";
    const found = readFacts(JSON.parse(text), version);
    if (found === undefined) return "the registry does not know the version";
    cache.set(key, { at: now, facts: found });
    return found;
  } catch (error) {
    if (error instanceof SyntaxError) return "the answer is no JSON";
    const isLate = error instanceof Error && /^(?:Timeout|Abort)Error$/.test(error.name);
    return isLate ? "the registry did not answer in time" : "the registry could not be reached";
  }
}

/** Undefined when it is larger than is read. */
async function readText(answer: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const part of answer.body ?? []) {
    size += part.byteLength;
    if (size > most) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
