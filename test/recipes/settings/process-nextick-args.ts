import fc from "fast-check";
import { scheduled, untilRun } from "../effects/scheduled.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

const given = fc.tuple(scheduled, fc.array(anything, { maxLength: 4 })).map(([first, more]) => [first, ...more]);

export default { surround: untilRun, arguments: { default: given, nextTick: given } } satisfies ProofSettings;
