import type {
  Analysis,
  DeeperPackage,
  EntryName,
  JointRemoval,
  TakeOver,
  UndeclaredUse,
} from "../../analyze/analysis.ts";
import { countOf, formatBytes, formatNumber, joinWords } from "../text/quantity.ts";
import { describeFootprint } from "./sum.ts";

/** What the tree as a whole shows, as sentences under a title each; none of a kind, no section. */
export interface TreeSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** At most `limit` sentences of a kind, and how many more the JSON has; at most `holders` names behind each version. */
export function describeTree(analysis: Analysis, limit: number, holders: number): TreeSection[] {
  const { together, undeclared, duplicates } = analysis;
  const gains = (together ?? []).filter(isGain);
  const sections: (readonly [title: string, sentences: readonly string[]])[] = [
    ["Only together", gains.map(describeJoint)],
    ["Imported without being listed", describeUndeclared(undeclared ?? [])],
    [
      "In several versions",
      (duplicates ?? []).map(
        ({ name, versions }) => `${name}: ${joinWords(versions.map((one) => describeVersion(one, holders)))}`,
      ),
    ],
    ["Deeper in the tree", describeDeeper(staying(analysis))],
    ["Small enough to keep as code of your own", analysis.vendorable.map(describeTakeOver)],
  ];
  return sections
    .filter(([, sentences]) => sentences.length > 0)
    .map(([title, sentences]) => {
      const more = sentences.length - limit;
      return {
        title,
        lines: more > 0 ? [...sentences.slice(0, limit), `and ${formatNumber(more)} more (--format json)`] : sentences,
      };
    });
}

function isGain({ frees, alone }: JointRemoval): boolean {
  return frees.known && frees.packages.length > alone;
}

/** "chalk and ora together free 12 packages, …; one by one 3". */
function describeJoint({ members, frees, alone }: JointRemoval): string {
  return `${namesOf(members, 6)} together free ${describeFootprint(frees)}; one by one ${formatNumber(alone)}`;
}

/** "clamp 1.2.0 (ISC): 4 lines, 90 bytes of code, for 1 package, 12 kB; shrinkdeps apply --dry-run --vendor clamp". */
export function describeTakeOver({ name, version, licence, lines, bytes, frees }: TakeOver): string {
  const code = `${countOf(lines, "line")}, ${formatBytes(bytes)} of code`;
  return `${name} ${version} (${licence}): ${code}, for ${describeFootprint(frees)}; shrinkdeps apply --dry-run --vendor ${name}`;
}

type Version = NonNullable<Analysis["duplicates"]>[number]["versions"][number];

/** "4.1.0 (mocha +3)": the direct dependencies, in whichever workspaces. */
function describeVersion({ version, broughtBy }: Version, holders: number): string {
  const names = [...new Set(broughtBy.map(({ name }) => name))];
  const shown =
    names.length > holders ? `${names.slice(0, holders).join(", ")} +${names.length - holders}` : names.join(", ");
  return names.length === 0 ? version : `${version} (${shown})`;
}

/** What the root lists for all its workspaces is one sentence: it works, unless a workspace is published alone. */
function describeUndeclared(uses: readonly UndeclaredUse[]): string[] {
  const byNobody = uses.filter(({ listedByRoot }) => !listedByRoot);
  const sentences = byNobody.map(({ package: name, workspace, places, broughtBy }) => {
    const [first] = places;
    const where =
      first === undefined
        ? ""
        : ` (${first.file}:${first.line}${places.length > 1 ? ` and ${places.length - 1} more` : ""})`;
    const source = broughtBy.length === 0 ? "" : `; it comes with ${namesOf(broughtBy, 3)}`;
    return `${name} in ${workspace === "" ? "the root" : workspace}${where}${source}`;
  });
  const byRoot = uses.filter(({ listedByRoot }) => listedByRoot);
  if (byRoot.length === 0) return sentences;
  const names = [...new Set(byRoot.map((use) => use.package))].sort();
  const workspaces = new Set(byRoot.map(({ workspace }) => workspace)).size;
  return [
    ...sentences,
    `${limited(names, 6)}: only the root's manifest lists ${names.length === 1 ? "it" : "them"} for ${countOf(workspaces, "workspace")}`,
  ];
}

/** Without what comes only with dependencies that can go themselves. */
function staying({ deeper, dependencies }: Analysis): DeeperPackage[] {
  const goes = new Set(
    dependencies.filter(({ removal }) => removal !== "no").map(({ workspace, name }) => `${workspace}\0${name}`),
  );
  return (deeper ?? [])
    .map((one) => ({
      ...one,
      broughtBy: one.broughtBy.filter(({ workspace, name }) => !goes.has(`${workspace}\0${name}`)),
    }))
    .filter(({ broughtBy }) => broughtBy.length > 0);
}

/** By what a single direct dependency alone brings: that one's update or removal ends it. */
function describeDeeper(deeper: readonly DeeperPackage[]): string[] {
  const byEntry = new Map<string, { entry: EntryName; brought: DeeperPackage[] }>();
  for (const one of deeper) {
    const [entry] = one.broughtBy;
    if (entry === undefined || one.broughtBy.length > 1) continue;
    const key = `${entry.workspace}\0${entry.name}`;
    const group = byEntry.get(key) ?? { entry, brought: [] };
    group.brought.push(one);
    byEntry.set(key, group);
  }
  const groups = [...byEntry.values()].sort(
    (a, b) => b.brought.length - a.brought.length || (a.entry.name < b.entry.name ? -1 : 1),
  );
  const sentences = groups.map(({ entry, brought }) => {
    const names = [...new Set(brought.map(({ name }) => name))];
    const alone = `${namesOf([entry], 1)} alone brings ${countOf(brought.length, "package")} that the platform replaces: ${limited(names, 4)}`;
    return `${alone}; ${describeWithout(brought)}`;
  });
  const shared = deeper.length - groups.reduce((sum, { brought }) => sum + brought.length, 0);
  return shared === 0
    ? sentences
    : [...sentences, `${countOf(shared, "more such package")} ${shared === 1 ? "comes" : "come"} with several of them`];
}

function describeWithout(brought: readonly DeeperPackage[]): string {
  const answers = brought.map((one) => one.broughtBy[0]?.without ?? { kind: "unknown" as const });
  const yes = answers.find((answer) => answer.kind === "yes");
  const them = brought.length === 1 ? "it" : "them";
  if (yes !== undefined) return `its range allows ${yes.version}, which is in the tree and does without`;
  if (answers.every(({ kind }) => kind === "no")) return "its range allows no other version";
  return `whether its range allows a version without ${them} is unknown offline`;
}

function namesOf(entries: readonly EntryName[], limit: number): string {
  const several = new Set(entries.map(({ workspace }) => workspace)).size > 1;
  const isNamed = (workspace: string): boolean => workspace !== "" || several;
  return limited(
    entries.map(({ name, workspace }) =>
      isNamed(workspace) ? `${name} (${workspace === "" ? "root" : workspace})` : name,
    ),
    limit,
  );
}

function limited(names: readonly string[], limit: number): string {
  return names.length > limit + 1
    ? `${names.slice(0, limit).join(", ")} and ${names.length - limit} more`
    : joinWords(names);
}
