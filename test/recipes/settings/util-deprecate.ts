import fc from "fast-check";
import { scheduled } from "../effects/scheduled.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const words = shared(fc.constantFrom("use something else", undefined));

export default { arguments: { default: fc.tuple(scheduled, words) } } satisfies ProofSettings;
