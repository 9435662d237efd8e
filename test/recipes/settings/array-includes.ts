import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { numbers } from "../proof/primitives.ts";
import { type Sample, sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const values = shared(fc.constantFrom(undefined, null, 0, -0, 1, Number.NaN, "a", "", 1n, true));
const lists = fc.array(fc.option(values, { nil: undefined }), { maxLength: 6 }).map((items): Sample => {
  const text = items.map((item) => item?.text ?? "").join(", ");
  return sample(`[${text}]`, (world) => {
    const list = new Array<unknown>(items.length);
    items.forEach((item, index) => item && (list[index] = item.make(world)));
    return list;
  });
});
const places = fc.oneof(shared(fc.integer({ min: -8, max: 8 })), numbers);
const general = fc.array(anything, { maxLength: 4 });

export default {
  arguments: {
    "default[0]": fc.tuple(lists, values),
    "default[1]": fc.tuple(lists, values, places),
    "default[2]": fc.oneof(fc.tuple(fc.oneof(lists, anything), values, fc.oneof(places, anything)), general),
  },
  deviations: [{ note: "The TypeError for null and undefined has another text.", example: () => [null] }],
} satisfies ProofSettings;
