import { readable } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { parameters: { value: readable } } satisfies ProofSettings;
