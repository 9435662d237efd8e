import type { ProofSettings } from "../proof/settings.ts";
import mkdirp from "./mkdirp-classic.ts";

/** As mkdirp in its early form. */
export default {
  ...mkdirp,
  deviations: [
    ...mkdirp.deviations,
    {
      note: "Passed on as a callback, `promise` ignores a second argument, where the package takes it for options.",
      export: "promise",
      example: () => ["new", 0o700],
      covers: (args) => args.length > 1,
    },
  ],
} satisfies ProofSettings;
