import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { anyPath, fileUrl, noPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";

const path = fc.oneof({ weight: 4, arbitrary: anyPath }, noPath, fileUrl);

export default {
  surround: inFolder,
  share: 0.5,
  types: { unknown: path },
  arguments: { sync: fc.tuple(path), pathExistsSync: fc.tuple(path) },
} satisfies ProofSettings;
