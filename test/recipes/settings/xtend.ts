import type { ProofSettings } from "../proof/settings.ts";

/** True for a source whose `hasOwnProperty` is not the usual one. */
function isUnusual(source: unknown): boolean {
  if (source === null || source === undefined) return false;
  try {
    return Object(source).hasOwnProperty !== Object.prototype.hasOwnProperty;
  } catch {
    return true;
  }
}

export default {
  deviations: [
    {
      note: "A source without a prototype, or with a hasOwnProperty of its own, is copied as any other; before 4.0.1 that threw.",
      versions: "<4.0.1",
      example: () => [Object.assign(Object.create(null) as object, { a: 1 })],
      covers: (sources, { version }) => version === "3.0.0" && sources.some(isUnusual),
    },
  ],
} satisfies ProofSettings;
