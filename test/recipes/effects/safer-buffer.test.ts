import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

const load = createRequire(`${root}/test/originals/package.json`);

for (const version of ["2.0.0", "2.1.2"])
  test(`safer-buffer ${version}: each function that is taken from Node is the package's own`, async () => {
    const { Buffer: safer } = load(`safer-buffer-${version}`) as { Buffer: Readonly<Record<string, unknown>> };
    const [era] = await loadRecipe("safer-buffer");
    const native = Buffer as unknown as Readonly<Record<string, unknown>>;
    const taken = Object.keys(Buffer).filter((name) => {
      const use = { export: "Buffer", members: [name], args: 1, literals: [undefined] };
      return "functions" in (era?.rewrite?.(use) ?? {});
    });
    assert.deepEqual(taken.sort(), ["alloc", "byteLength", "compare", "concat", "from", "isBuffer", "isEncoding"]);
    for (const name of taken) assert.equal(safer[name], native[name], name);
  });
