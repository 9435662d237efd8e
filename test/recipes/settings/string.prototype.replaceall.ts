import type { ProofSettings } from "../proof/settings.ts";

function isClass(value: unknown): boolean {
  return typeof value === "function" && Function.prototype.toString.call(value).startsWith("class");
}

export default {
  deviations: [
    { note: "The TypeError for null and undefined has another text.", example: () => [null] },
    {
      note: "A class in place of the replacement is called, which throws, where the package writes its source.",
      example: () => ["a", "a", class {}],
      covers: ([, , replacement]) => isClass(replacement),
    },
  ],
} satisfies ProofSettings;
