import fc from "fast-check";
import { inFolder } from "../effects/folder.ts";
import { anyPath } from "../effects/paths.ts";
import { searches } from "../effects/upwards.ts";
import { type Samples, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const paths = fc
  .array(anyPath, { maxLength: 4 })
  .map((list) =>
    sample(`[${list.map((each) => each.text).join(", ")}]`, (world) => list.map((one) => one.make(world))),
  );

/** Options as those of a search, and whether links are followed. */
function options(kinds: readonly unknown[]): Samples {
  return fc.tuple(searches(kinds), fc.constantFrom(undefined, true, false)).map(([search, follows]) =>
    sample(`${search.text} and allowSymlinks: ${follows}`, (world) => ({
      ...(search.make(world) as object),
      ...(follows !== undefined && { allowSymlinks: follows }),
    })),
  );
}

const calls = fc.oneof(fc.tuple(paths), fc.tuple(paths, options(["file", "directory", undefined])));

export default {
  surround: inFolder,
  share: 0.5,
  arguments: { default: calls, sync: calls, locatePath: calls, locatePathSync: calls },
} satisfies ProofSettings;
