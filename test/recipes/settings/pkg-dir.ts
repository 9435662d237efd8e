import fc from "fast-check";
import { noPath } from "../effects/paths.ts";
import { folders, inFolders } from "../effects/upwards.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  share: 0.5,
  types: { unknown: fc.oneof({ weight: 4, arbitrary: folders }, noPath), Options: inFolders },
} satisfies ProofSettings;
