import { endsWalk } from "../proof/limits.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { limits: { list: endsWalk } } satisfies ProofSettings;
