import { twins } from "../effects/twins.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { arguments: { default: twins } } satisfies ProofSettings;
