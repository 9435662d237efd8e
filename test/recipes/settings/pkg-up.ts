import { inFolders } from "../effects/upwards.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { share: 0.5, types: { Options: inFolders } } satisfies ProofSettings;
