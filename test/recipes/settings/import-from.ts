import { lookups } from "../effects/lookups.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { arguments: { default: lookups, silent: lookups } } satisfies ProofSettings;
