import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { anyPath, fileUrl, noPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inFolder,
  share: 0.2,
  types: { unknown: fc.oneof({ weight: 4, arbitrary: anyPath }, noPath, fileUrl) },
} satisfies ProofSettings;
