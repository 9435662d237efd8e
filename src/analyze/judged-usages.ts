/** Usages with their verdicts, as reports show them: from the sites and references that were decided. */
import { ts } from "../typescript.ts";
import type { JudgedUsage, Usage, Verdict } from "./usage.ts";
import type { SourceText } from "./usages/scope.ts";
import type { Site } from "./usages/site.ts";
import { helpedBy, type ReferenceDecision, type SiteDecision, usesOf } from "./verdicts/decision.ts";
import { isTampering, isTamperingSite } from "./verdicts/tampering.ts";

/** The file a usage is in. */
export interface Place {
  readonly path: string;
  readonly directory: string;
  readonly text: string;
}

/** A file that cannot be read as a program, and names the package. */
export function mention(file: SourceText["file"], text: string, name: string, reason: string): JudgedUsage {
  // Spelled with escapes it has no place of its own: then the file as a whole is meant.
  const start = Math.max(text.indexOf(name), 0);
  const before = text.slice(0, start).split("\n");
  return {
    package: name,
    specifier: name,
    file: file.path,
    workspace: file.workspace,
    line: before.length,
    column: (before[before.length - 1]?.length ?? 0) + 1,
    start,
    end: start + name.length,
    form: "mention",
    export: undefined,
    excerpt: lineAt(text, start),
    verdict: { kind: "refuse", reason },
  };
}

/** A site that Node answers itself: whatever becomes of the package, it loads the same. */
export function ownOf(place: Place, source: ts.SourceFile, site: Site): JudgedUsage {
  const at = usageAt(place, source, site.node, site.package, site.specifier);
  return { ...at, form: site.form, export: undefined, verdict: { kind: "own" } };
}

/** The usages of a site: the place that loads the package, then each place that uses what it loaded. */
export function usagesOf(place: Place, source: ts.SourceFile, decided: SiteDecision): JudgedUsage[] {
  const { site } = decided;
  const own = usageAt(place, source, site.node, site.package, site.specifier, site.at);
  const uses = decided.references.flatMap((use) => usagesOfReference(place, source, site.specifier, site.package, use));
  const form = site.form;
  return [{ ...own, form, export: undefined, verdict: verdictOfSite(decided) }, ...uses];
}

function usagesOfReference(
  place: Place,
  source: ts.SourceFile,
  specifier: string,
  name: string,
  use: ReferenceDecision,
): JudgedUsage[] {
  const { decision } = use;
  if (decision.kind === "alias")
    return decision.site.references.flatMap((inner) => usagesOfReference(place, source, specifier, name, inner));
  const parent = decision.node.parent;
  const isCall =
    ts.isCallExpression(decision.node) || (ts.isCallExpression(parent) && parent.expression === decision.node);
  const verdict: Verdict =
    decision.kind === "native"
      ? { kind: "reference" }
      : decision.kind === "refuse"
        ? refusal(decision.reason, isTampering(use))
        : { kind: helpedBy(decision).length > 0 ? "helper" : decision.kind };
  return [
    {
      ...usageAt(place, source, decision.node, name, specifier),
      form: isCall ? "call" : "reference",
      export: use.export,
      verdict,
    },
  ];
}

/** What happens to the loading place itself: it follows what was decided for the uses of its names. */
function verdictOfSite(decided: SiteDecision): Verdict {
  if (decided.refused !== undefined) return refusal(decided.refused, isTamperingSite(decided.site));
  const decisions = usesOf(decided).map((use) => use.decision);
  const kinds = new Set(decisions.map(({ kind }) => kind));
  if (kinds.has("refuse")) return { kind: "refuse", reason: "stays for the uses that are refused", consequence: true };
  if (decisions.some((decision) => helpedBy(decision).length > 0)) return { kind: "helper" };
  return kinds.has("native") && decided.site.form !== "import" ? { kind: "reference" } : { kind: "drop" };
}

function refusal(reason: string, everywhere: boolean): Verdict {
  return everywhere ? { kind: "refuse", reason, everywhere } : { kind: "refuse", reason };
}

/** Where in its file a usage stands; `at` for one in a comment, whose node is the file. */
export function usageAt(
  place: Place,
  source: ts.SourceFile,
  node: ts.Node,
  name: string,
  specifier: string,
  at = 0,
): Omit<Usage, "form" | "export"> {
  const start = ts.isSourceFile(node) ? at : node.getStart(source);
  const { line, character } = source.getLineAndCharacterOfPosition(start);
  return {
    package: name,
    specifier,
    file: place.path,
    workspace: place.directory,
    line: line + 1,
    column: character + 1,
    start,
    end: ts.isSourceFile(node) ? at : node.end,
    excerpt: lineAt(place.text, start),
  };
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end === -1 ? undefined : end).trim();
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
