import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { noPath } from "../effects/paths.ts";
import { name, searches } from "../effects/upwards.ts";
import type { ProofSettings } from "../proof/settings.ts";

const options = searches(
  ["file", "directory", undefined, null, "other"],
  ["..", "../..", "dir", "/", "missing", undefined, null, 5],
);
const search = fc.oneof(fc.tuple(fc.oneof({ weight: 8, arbitrary: name }, noPath)), fc.tuple(name, options));

export default {
  surround: inFolder,
  share: 0.5,
  arguments: { findUp: search, findUpSync: search },
} satisfies ProofSettings;
