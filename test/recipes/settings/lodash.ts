import type { ProofSettings } from "../proof/settings.ts";
import { settings } from "./families/lodash.ts";

export default settings satisfies ProofSettings;
