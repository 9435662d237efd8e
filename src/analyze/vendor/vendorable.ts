/** Direct dependencies whose own code could become the project's, and why the others could not. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import { type JudgeOptions, judgePackages, type PackageJudgement } from "../judge.ts";
import { vendor } from "./catalog.ts";

export interface Vendorable {
  readonly name: string;
  /** "1.0.4", and "MIT". */
  readonly version: string;
  readonly licence: string;
  /** Lines and bytes of its code, without the heading and the licence that stand above it in a project. */
  readonly lines: number;
  readonly bytes: number;
}

export interface VendorableList {
  /** Those whose every use would be served, sorted by name. */
  readonly able: readonly Vendorable[];
  /** The others that sources use, each with the first reason. */
  readonly unable: readonly { readonly name: string; readonly reason: string }[];
}

/** Judges each direct dependency (of those `among`, if given) as if its code were to be taken over. Types packages are not asked about: they go with theirs. */
export function findVendorable(
  project: Project,
  catalog: Catalog,
  options: JudgeOptions & { readonly among?: ReadonlySet<string> } = {},
): VendorableList {
  const direct = project.manifests.flatMap(({ dependencies }) => dependencies);
  const peers = new Set(direct.filter(({ kind }) => kind === "peer").map(({ name }) => name));
  const names = [...new Set(direct.map(({ name }) => name))]
    .filter((name) => !name.startsWith("@types/") && !peers.has(name) && (options.among?.has(name) ?? true))
    .sort();
  const { catalog: vendored, refused } = vendor(project, catalog, names);
  const fit = names.filter((name) => !refused.has(name));
  const judgements = fit.length === 0 ? new Map() : judgePackages(project, vendored, new Set(fit), options);
  const able: Vendorable[] = [];
  const unable = [...refused].map(([name, reason]) => ({ name, reason }));
  for (const name of fit) {
    const judged = judgements.get(name);
    if (judged === undefined || judged.usages.length === 0) continue;
    const reason = whyNot(judged);
    const code = [...(vendored.get(name)?.eras ?? [])].at(-1);
    const replacement = code?.entries.get(".")?.values().next().value;
    if (reason !== undefined) unable.push({ name, reason });
    else if (replacement?.kind === "vendored") {
      const { version, licence, source } = replacement.code;
      const text = `${source.text.trim()}\n`;
      able.push({ name, version, licence, lines: text.split("\n").length - 1, bytes: Buffer.byteLength(text) });
    }
  }
  return { able, unable: unable.sort((left, right) => (left.name < right.name ? -1 : 1)) };
}

function whyNot({ blocked, usages }: PackageJudgement): string | undefined {
  const [block] = blocked;
  if (block !== undefined) return block;
  for (const { verdict, file, line } of usages)
    if (verdict.kind === "refuse" && verdict.consequence !== true) return `${file}:${line}: ${verdict.reason}`;
  return undefined;
}
