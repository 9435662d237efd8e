import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";
import { controls, cycles, deep, surrogates, textless } from "./families/qs/deviations.ts";
import { parse, parseEarly } from "./families/qs/parse.ts";
import { stringify, stringifyEarly, stringifyJoining } from "./families/qs/stringify.ts";

export default defineRecipe(
  {
    package: "qs",
    versions: ">=6.5.0 <6.7",
    replacement: "encodeURIComponent",
    floor: { node: "11.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates],
    exports: { stringify: stringifyEarly },
    rewrite: refuseParse,
  },
  {
    package: "qs",
    versions: ">=6.7.0 <6.8",
    replacement: "encodeURIComponent and decodeURIComponent",
    floor: { node: "12.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates],
    exports: { parse: parseEarly, stringify: stringifyEarly },
  },
  {
    package: "qs",
    versions: ">=6.8.0 <6.10",
    replacement: "encodeURIComponent and decodeURIComponent",
    floor: { node: "12.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates, controls, deep],
    exports: { parse: parseEarly, stringify },
  },
  {
    package: "qs",
    versions: ">=6.10.3 <6.11",
    replacement: "encodeURIComponent and decodeURIComponent",
    floor: { node: "12.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates, controls, deep],
    exports: { parse: parseEarly, stringify },
  },
  {
    package: "qs",
    versions: ">=6.11.0 <6.12.2",
    replacement: "encodeURIComponent and decodeURIComponent",
    floor: { node: "12.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates, controls, deep],
    exports: { parse: parseEarly, stringify: stringifyJoining },
  },
  {
    package: "qs",
    versions: ">=6.12.2 <6.14.1",
    replacement: "encodeURIComponent and decodeURIComponent",
    floor: { node: "12.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates, controls, deep],
    exports: { parse, stringify: stringifyJoining },
  },
  {
    package: "qs",
    versions: ">=6.14.1 <=6.16.0",
    replacement: "encodeURIComponent",
    floor: { node: "11.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates],
    exports: { stringify: stringifyJoining },
    rewrite: refuseParse,
  },
  {
    package: "qs",
    versions: ">=6.16.1 <6.18",
    replacement: "encodeURIComponent",
    floor: { node: "11.0.0", baseline: "2020-07" },
    require: "namespace",
    deviations: [cycles, surrogates, textless],
    exports: { stringify: stringifyJoining },
    rewrite: refuseParse,
  },
);

/** Says what to do about the other export: what long lists and unpaired brackets become differs from one version to the next. */
function refuseParse({ export: name, members: [member] }: MemberUse): MemberRewrite {
  if ((name === "default" ? member : name) !== "parse") return undefined;
  return {
    refuse: "parse of this version makes objects of long lists: URLSearchParams reads queries without brackets",
  };
}
