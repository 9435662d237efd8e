import { askedOfTheEngine } from "../proof/revoked.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { deviations: [{ ...askedOfTheEngine, versions: ">=1.2" }] } satisfies ProofSettings;
