import type { ProofSettings } from "../proof/settings.ts";
import { asModules, settings } from "./families/lodash.ts";

export default { ...settings, deviations: [...(settings.deviations ?? []), ...asModules] } satisfies ProofSettings;
