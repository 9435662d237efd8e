import type { ProofSettings } from "../proof/settings.ts";

/** One function in forty colours; what each does with colours: effects/colours.test.ts. */
export default { share: 0.1 } satisfies ProofSettings;
