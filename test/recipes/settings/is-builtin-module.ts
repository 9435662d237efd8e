import fc from "fast-check";
import { builtinModules } from "node:module";
import { anything } from "../proof/hostile.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const bare = fc.constantFrom(...builtinModules, "fs", "sys", "_stream_wrap", "test", "missing", "constructor", "");
const behind = fc.constantFrom("", "/", "/promises", "/a/b", "//", "/\n");
const names = fc
  .tuple(fc.constantFrom("", "node:", "node:node:"), bare, behind)
  .map(([before, name, path]) => before + name + path);

export default {
  parameters: { name: fc.oneof({ weight: 5, arbitrary: shared(names) }, anything) },
} satisfies ProofSettings;
