import type { ProofSettings } from "../proof/settings.ts";

/** Its styles are compared where terminals are told apart, in effects/colours.test.ts; `enabled` is refused. */
export default { share: 0 } satisfies ProofSettings;
