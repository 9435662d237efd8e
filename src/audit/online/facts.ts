import { isRecord } from "../../project/manifest.ts";

/** What a registry says of one version. */
export interface RegistryFacts {
  /** When it was published, as the registry writes it; undefined when it does not say. */
  readonly published: string | undefined;
  /** Why not to use it; undefined when it is not deprecated. */
  readonly deprecated: string | undefined;
  /** Names of those who can publish the package today; undefined when it does not say. */
  readonly maintainers: readonly string[] | undefined;
  /** Whether it was published with a statement of where it was built; undefined from a registry that leaves such out. */
  readonly provenance: boolean | undefined;
  /** A version published before that has one, where this has none. */
  readonly earlierProvenance: string | undefined;
}

/** The facts of a version in what a registry answers for a package; undefined when it does not know the version. */
export function readFacts(answer: unknown, version: string): RegistryFacts | undefined {
  if (!isRecord(answer) || !isRecord(answer.versions)) return undefined;
  const { versions } = answer;
  const own = versions[version];
  if (!isRecord(own)) return undefined;
  const times = isRecord(answer.time) ? answer.time : {};
  const timeOf = (one: string): string | undefined => {
    const time = times[one];
    return typeof time === "string" && !Number.isNaN(Date.parse(time)) ? time : undefined;
  };
  const published = timeOf(version);
  // A registry that passes signatures on passes attestations on, too.
  const provenance = hasProvenance(own) || (isSigned(own) ? false : undefined);
  const earlier = Object.keys(versions)
    .filter((one) => published !== undefined && Date.parse(timeOf(one) ?? "") < Date.parse(published))
    .findLast((one) => hasProvenance(versions[one]));
  const { deprecated } = own;
  return {
    published,
    deprecated: typeof deprecated === "string" && deprecated !== "" ? deprecated : undefined,
    maintainers: namesOf(answer.maintainers),
    provenance,
    earlierProvenance: provenance === false ? earlier : undefined,
  };
}

function hasProvenance(version: unknown): boolean {
  if (!isRecord(version) || !isRecord(version.dist)) return false;
  const { attestations } = version.dist;
  return isRecord(attestations) && isRecord(attestations.provenance);
}

function isSigned({ dist }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(dist) && Array.isArray(dist.signatures);
}

function namesOf(people: unknown): string[] | undefined {
  if (!Array.isArray(people)) return undefined;
  return [
    ...new Set(people.flatMap((one: unknown) => (isRecord(one) && typeof one.name === "string" ? [one.name] : []))),
  ];
}
