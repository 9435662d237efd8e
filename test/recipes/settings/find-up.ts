import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { anyPath, fileUrl, noPath } from "../effects/paths.ts";
import type { ProofSettings } from "../proof/settings.ts";
import { names, searches } from "../effects/upwards.ts";

const path = fc.oneof({ weight: 4, arbitrary: anyPath }, noPath, fileUrl);
const kinds = searches(["file", "directory"]);
const search = fc.oneof(fc.tuple(names), fc.tuple(names, kinds));
const late = fc.oneof(search, fc.tuple(names, searches(["file", "directory", undefined])));

export default {
  surround: inFolder,
  share: 0.5,
  arguments: {
    default: search,
    sync: search,
    findUp: late,
    findUpSync: late,
    exists: fc.tuple(path),
    pathExists: fc.tuple(path),
    pathExistsSync: fc.tuple(path),
  },
} satisfies ProofSettings;
