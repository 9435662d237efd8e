import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { numbers } from "../proof/primitives.ts";
import { isShort } from "../proof/limits.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const sizes = fc.oneof(numbers, anything).filter((each) => isShort(each.make({ calls: [] })));
const fills = fc.oneof(shared(fc.constantFrom("a", "é", "6162", "", 0, 255, -1, 1.5)), anything);
const encodings = shared(fc.constantFrom("hex", "utf8", "base64", undefined));

export default {
  arguments: { default: fc.oneof(fc.tuple(sizes), fc.tuple(sizes, fills), fc.tuple(sizes, fills, encodings)) },
  deviations: [{ note: "Errors for a size that is no number, or negative, read differently.", example: () => [-1] }],
} satisfies ProofSettings;
