import * as replacements from "module-replacements";
import semver from "semver";
import { type ByHand, adviceOn } from "../../catalog/advice/index.ts";
import type { RuntimeFloor } from "../../project/project.ts";
import type { Evidence } from "../analysis.ts";

/** What is known of a package without a recipe: advice, no promise of equivalence. */
export interface Advice {
  /** "keep" is advice on what to do instead of having it removed: nothing, or another package's removal. */
  readonly kind: "native" | "lighter" | "keep";
  readonly replacement: string;
  readonly evidence: Evidence;
}

/** The advice for a package at a runtime floor: our own, else that of the module-replacements data. */
export function adviceFor(name: string, floor: RuntimeFloor): Advice | undefined {
  const own = adviceOn(name);
  return own !== undefined && isReached(own, floor) ? byHand(own) : fromData(name, floor);
}

function isReached({ instead, node }: ByHand, floor: RuntimeFloor): boolean {
  if (floor.browser && instead.includes("node:")) return false;
  return node === undefined || floor.node === undefined || semver.gte(floor.node, node);
}

function byHand({ kind, instead, note }: ByHand): Advice {
  const verdict = kind === "inline" ? "native" : kind === "parent" ? "keep" : kind;
  return { kind: verdict, replacement: instead, evidence: { source: "catalog", text: `By hand, ${instead}: ${note}` } };
}

/**
 * The advice of the module-replacements data at a runtime floor: the first replacement listed that the floor allows, in the order
 * of the data, which puts what it prefers first. "native" is a feature of the platform, a line of the language, or that
 * nothing is needed any more; "lighter" is another package. Undefined when there is none for this floor.
 */
function fromData(name: string, floor: RuntimeFloor): Advice | undefined {
  const { nativeReplacements, microUtilsReplacements, preferredReplacements } = replacements;
  for (const data of [nativeReplacements, microUtilsReplacements, preferredReplacements]) {
    if (!Object.hasOwn(data.mappings, name)) continue;
    const mapping = data.mappings[name]!;
    const options = mapping.replacements.flatMap(
      (id) => data.replacements[id] ?? replacements.all.replacements[id] ?? [],
    );
    const others = options.filter(({ type }) => type === "documented");
    for (const option of options) {
      if (!isAllowed(option, floor)) continue;
      const url = replacements.resolveDocUrl(option.url ?? mapping.url) ?? undefined;
      if (option.type === "documented") return advice("lighter", others.map(packageOf).join(" or "), url);
      // "Can be removed, or take one of these" leaves the work of a rewrite: the other package is the nearer advice.
      if (option.type === "removal" && others.length > 0)
        return advice("lighter", others.map(packageOf).join(" or "), url);
      return advice("native", inWords(option), url);
    }
  }
  return undefined;
}

function advice(kind: Advice["kind"], replacement: string, url: string | undefined): Advice {
  const text =
    kind === "native"
      ? `The platform does it: ${replacement}. Good enough by the data's own policy, not proved equal.`
      : `It prefers ${replacement}.`;
  return {
    kind,
    replacement,
    evidence: { source: "module-replacements", text, ...(url === undefined ? {} : { url }) },
  };
}

function isAllowed(option: replacements.ModuleReplacement, floor: RuntimeFloor): boolean {
  if (option.type === "documented") return true;
  const nodeOnly = typeof option.url === "object" && option.url.type === "node";
  if (floor.browser && nodeOnly && option.type === "native") return false;
  const lowest = option.engines?.find(({ engine }) => engine === "nodejs")?.minVersion;
  // A native feature without a Node version is one that Node has not, or that the data does not date.
  if (lowest === undefined) return option.type !== "native" || floor.node === undefined;
  const wanted = semver.coerce(lowest);
  return floor.node === undefined || wanted === null || semver.gte(floor.node, wanted);
}

function inWords(option: replacements.ModuleReplacement): string {
  if (option.type === "documented") return packageOf(option);
  const words = option.type === "native" ? (option.description ?? option.id) : option.description;
  return words.trim().replace(/\.$/, "");
}

function packageOf(option: replacements.ModuleReplacement): string {
  return option.type === "documented" ? option.replacementModule : option.id;
}
