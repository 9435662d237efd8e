/** What the code of packages that a change adds, or moves to another version, can do that could not be done before. */
import type { PackageGraph, PackageNode } from "../../project/graph.ts";
import { byIdentity } from "../../project/identity.ts";
import { type Answer, type AuditContext, defineCheck, withoutTree } from "../check.ts";
import type { Code } from "../code.ts";
import { labelOf, type Finding } from "../finding.ts";
import { judgeHidden } from "./capabilities.ts";

type Found = Omit<Finding, "check">;

/** An update of a package has seldom a good reason for these. */
const grave: ReadonlySet<string> = new Set(["network", "child process", "eval", "native code", "hidden names"]);

export const gains = defineCheck("gains", (context): Answer => {
  const { graph, base } = context;
  if (graph === undefined) return withoutTree(context);
  if (base === undefined) return { findings: [] };
  const before = base.context.graph;
  if (before === undefined) {
    const { graph: reading } = base.context.project;
    return {
      findings: [],
      unknown: [`what was there before: the tree of ${base.ref} is unknown: ${reading.known ? "" : reading.reason}`],
    };
  }
  const findings: Found[] = [];
  const unseen: string[] = [];
  const wasThere = createWasThere(context, before);
  for (const { node, earlier, same } of changesOf(graph, before)) {
    findings.push(...judgeContent(context, node, same));
    if (same.length > 0) continue;
    const code = context.readCode(node);
    if (code === undefined) unseen.push(labelOf(node));
    else findings.push(...judge(context, node, code, earlier, wasThere));
  }
  return {
    findings,
    unknown: unseen.map((label) => `what the code of ${label} newly gains: not installed: cannot tell`),
  };
});

interface Change {
  readonly node: PackageNode;
  /** What the commit has of that package in other versions; empty for a new package. */
  readonly earlier: readonly PackageNode[];
  /** What it has of that very version, where its content is recorded as another. */
  readonly same: readonly PackageNode[];
}

/** Each package that the commit lacks in this version or with this content, once. */
function changesOf(graph: PackageGraph, before: PackageGraph): Change[] {
  const there = byIdentity(packagesOf(before));
  return [...byIdentity(packagesOf(graph))].flatMap(([identity, nodes]) => {
    const old = there.get(identity) ?? [];
    const byVersion = new Map(nodes.map((node) => [node.version, node]));
    return [...byVersion.values()].flatMap((node): Change[] => {
      const same = old.filter(({ version }) => version === node.version);
      if (same.length === 0) return [{ node, earlier: old, same }];
      return same.every((one) => differ(one.integrity, node.integrity)) ? [{ node, earlier: [], same }] : [];
    });
  });
}

function packagesOf(graph: PackageGraph): PackageNode[] {
  return [...graph.nodes.values()].filter(({ importer, source }) => !importer && source !== "workspace");
}

/** True when both hold a hash of one kind, and not the same. */
function differ(left: string | undefined, right: string | undefined): boolean {
  const [old, now] = [hashesOf(left), hashesOf(right)];
  const shared = [...old.keys()].filter((kind) => now.has(kind));
  return shared.length > 0 && shared.every((kind) => old.get(kind) !== now.get(kind));
}

function hashesOf(integrity = ""): ReadonlyMap<string, string> {
  return new Map([...integrity.matchAll(/(sha\d+)-(\S+)/g)].map(([, kind = "", hash = ""]) => [kind, hash]));
}

/** A registry never hands out other content under a version that it has. */
function judgeContent({ placeOf, base }: AuditContext, node: PackageNode, same: readonly PackageNode[]): Found[] {
  if (same.length === 0) return [];
  return [
    {
      severity: "high",
      subject: labelOf(node),
      ...placeOf(node),
      message: `its content is another than at ${base?.ref ?? ""}, under the same version`,
      advice: "find out who changed the lockfile, and resolve it again",
    },
  ];
}

function judge(
  context: AuditContext,
  node: PackageNode,
  code: Code,
  earlier: readonly PackageNode[],
  wasThere: (wanted: readonly string[]) => readonly string[],
): Found[] {
  const own = abilitiesOf(code);
  const subject = labelOf(node);
  const place = context.placeOf(node);
  const versions = [...new Set(earlier.map(({ version }) => version ?? "?"))].sort().join(", ");
  const known = earlier.flatMap((one) => context.readCode(one) ?? []);
  if (earlier.length > 0 && known.length > 0) {
    const gained = own.filter((one) => !known.some((old) => abilitiesOf(old).includes(one)));
    if (gained.length === 0) return [];
    const severity = gained.some((one) => grave.has(one)) ? "medium" : "low";
    const message = `its code refers to what it did not in ${versions}: ${gained.join(", ")}`;
    return [{ severity, subject, ...place, message, advice: "read what changed before it runs" }];
  }
  if (own.length === 0) return [];
  const hidden = judgeHidden(code.obfuscated, subject);
  const what = `its code refers to: ${own.join(", ")}`;
  if (earlier.length > 0) {
    const message = `${what}; what it did in ${versions} cannot be told, as that is not installed`;
    return [...hidden, { severity: "info", subject, ...place, message }];
  }
  const first = own.filter((one) => !wasThere(own).includes(one));
  if (first.length === 0) return [...hidden, { severity: "info", subject, ...place, message: `it is new; ${what}` }];
  const message = `it is new; ${what}; nothing that was there and is installed refers to ${first.join(", ")}`;
  return [...hidden, { severity: "low", subject, ...place, message, advice: "see whether it needs that" }];
}

function abilitiesOf({ capabilities, obfuscated }: Code): string[] {
  return [...capabilities, ...(obfuscated.length > 0 ? ["hidden names"] : [])];
}

/** Which of some abilities the packages of the commit had; no more of them is read than it takes. */
function createWasThere({ readCode }: AuditContext, before: PackageGraph) {
  const found = new Set<string>();
  const waiting = packagesOf(before).values();
  return (wanted: readonly string[]): readonly string[] => {
    while (wanted.some((one) => !found.has(one))) {
      const next = waiting.next();
      if (next.done === true) break;
      const code = readCode(next.value);
      if (code !== undefined) for (const one of abilitiesOf(code)) found.add(one);
    }
    return wanted.filter((one) => found.has(one));
  };
}
