/** "resolutions" of the root's manifest: which asks are answered by something else than asked for. */
import { stringEntries } from "../../manifest.ts";
import { parseDescriptor, type Descriptor } from "./descriptor.ts";

export interface Resolution {
  /** The key as written. */
  readonly pattern: string;
  /** Packages on the way to it: names in yarn 1, at most one with or without a reference in later ones. */
  readonly parents: readonly Descriptor[];
  /** What it is asked for; the range is "" where any will do. */
  readonly asked: Descriptor;
  /** What stands in for the range. */
  readonly range: string;
}

/** What the field says; a pattern that is no way to a package is left out, as yarn does with a warning. */
export function readResolutions(manifest: Readonly<Record<string, unknown>>): readonly Resolution[] {
  return stringEntries(manifest["resolutions"]).flatMap(([pattern, range]) => {
    const steps = stepsOf(pattern).map(parseDescriptor);
    const asked = steps.at(-1);
    const parents = steps.slice(0, -1).filter((step) => step !== undefined);
    return asked === undefined || parents.length < steps.length - 1 ? [] : [{ pattern, parents, asked, range }];
  });
}

/** Names of the packages a pattern speaks of. */
export function namesOfPattern(pattern: string): readonly string[] {
  return stepsOf(pattern).flatMap((step) => parseDescriptor(step)?.name ?? []);
}

/** "**" stands for any way, which is what a missing step stands for too. */
function stepsOf(pattern: string): string[] {
  const steps: string[] = [];
  for (const part of pattern.split("/")) {
    const last = steps.at(-1);
    if (last !== undefined && /^@[^/@]*$/.test(last)) steps[steps.length - 1] = `${last}/${part}`;
    else steps.push(part);
  }
  return steps.filter((step) => step !== "**" && step !== "*" && step !== "");
}
