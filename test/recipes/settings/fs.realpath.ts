import fc from "fast-check";
import { callback, inFolder } from "../effects/folder.ts";
import { anyPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inFolder,
  share: 0.25,
  types: {
    string: anyPath,
    "(error: Error | null, found: string) => void": fc.constant(callback(2)),
  },
} satisfies ProofSettings;
