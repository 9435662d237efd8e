import type { ProofSettings } from "../proof/settings.ts";

const version4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

export default {
  normalise: (value) => (typeof value === "string" && version4.test(value) ? "a random UUID" : value),
  deviations: [
    { note: "Loading uuid/v4 printed a warning that it is deprecated.", test: "effects/loading.test.ts" },
    {
      note: "Passed on as a callback it ignores its arguments, where the package takes them for options and a buffer.",
      export: "v4",
      example: () => [{ random: Array.from({ length: 16 }, () => 0) }, []],
      covers: (args) => args.length > 0,
    },
  ],
} satisfies ProofSettings;
