import type { ProofSettings } from "../proof/settings.ts";

export default {
  deviations: [
    "The streams are the runtime's own: they go together with those of fetch and the like, and no longer with streams of the package.",
    "Loaded, and not as a ponyfill, the package puts its classes in the place of the global ones.",
    "Loaded as a polyfill, the package puts its classes in the place of the global ones.",
    "The runtime keeps to a later text of the standard: to release a reader ends the reads that wait, and sinks hear of the reason of an abort.",
    "What does not wait for each other can come in another order, and misuse can fail at another moment, with another class of error and another text.",
    "A class that is called without new fails by another text.",
  ].map((note) => ({ note, test: "effects/web-streams.test.ts" })),
} satisfies ProofSettings;
