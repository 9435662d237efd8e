import { twins } from "../effects/twins.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { arguments: { dequal: twins } } satisfies ProofSettings;
