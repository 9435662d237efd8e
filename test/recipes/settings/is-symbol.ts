import { askedOfTheEngine } from "../proof/revoked.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { deviations: [askedOfTheEngine] } satisfies ProofSettings;
