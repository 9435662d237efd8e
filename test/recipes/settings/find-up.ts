import fc from "fast-check";
import { lt } from "semver";
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
  /** The first versions are asked for literal names of files, the very first for one. */
  ends: ([wanted, options], _, version) => {
    if (!lt(version, "4.0.0")) return true;
    if (Array.isArray(wanted) && lt(version, "2.1.0")) return false;
    const { cwd = "" } = (options ?? {}) as { readonly cwd?: unknown };
    const list: readonly unknown[] = Array.isArray(wanted) ? Array.from(wanted) : [wanted];
    const isInner = list.every((name) => typeof name === "string" && /^[a-z.]+$/.test(name));
    return isInner && typeof cwd === "string";
  },
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
