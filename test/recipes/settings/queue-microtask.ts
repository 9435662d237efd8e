import fc from "fast-check";
import { scheduled, untilRun } from "../effects/scheduled.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default { surround: untilRun, arguments: { default: fc.tuple(scheduled) } } satisfies ProofSettings;
