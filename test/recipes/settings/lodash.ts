import type { ProofSettings } from "../proof/settings.ts";
import { asModules, noReceiver, settings } from "./families/lodash.ts";

/** `lodash/times` differs as lodash-es does; `_.times` does not. */
const alone = asModules
  .filter(({ note }) => note.startsWith("`times`"))
  .map((one) => ({ ...one, export: "./times default" }));

export default {
  ...settings,
  deviations: [...(settings.deviations ?? []), { ...noReceiver, export: "reject" }, ...alone],
} satisfies ProofSettings;
