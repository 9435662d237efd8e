/** Single-file components: their scripts are rewritten like any source, and their templates are never guessed at. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite } from "./harness.ts";

const vue = (script: string, template = "<p>{{ label }}</p>"): string =>
  `<script setup lang="ts">\n${script}</script>\n\n<template>\n  ${template}\n</template>\n\n<style>\np { color: red }\n</style>\n`;

describe("single-file components", () => {
  it("rewrites the script of a Vue component and nothing around it", async () => {
    const { files, reasons } = await rewrite({
      "src/A.vue": vue(`import { ref } from 'vue'\nimport pad from 'pad'\n\nconst label = ref(pad('a', 5))\n`),
    });
    assert.equal(reasons, "");
    assert.equal(files["src/A.vue"], vue(`import { ref } from 'vue'\n\nconst label = ref('a'.padStart(5))\n`));
  });

  it("rewrites the script of a Svelte component, its reactive statements too", async () => {
    const before = `<script>\n  import merge from 'merge-all';\n  export let o;\n  $: copy = merge({}, o);\n</script>\n\n<p>{copy.x}</p>\n`;
    const { files, reasons } = await rewrite({ "src/a.svelte": before });
    assert.equal(reasons, "");
    assert.equal(
      files["src/a.svelte"],
      `<script>\n  export let o;\n  $: copy = Object.assign({}, o);\n</script>\n\n<p>{copy.x}</p>\n`,
    );
  });

  it("rewrites the frontmatter of an Astro component", async () => {
    const { files, reasons } = await rewrite({
      "src/a.astro": `---\nimport pad from 'pad';\nconst label = pad('a', 3);\n---\n\n<p>{label}</p>\n`,
    });
    assert.equal(reasons, "");
    assert.equal(files["src/a.astro"], `---\nconst label = 'a'.padStart(3);\n---\n\n<p>{label}</p>\n`);
  });

  it("writes as the script is written, whatever is around it", async () => {
    const script = `<script>\nimport { odd } from 'kit'\nconst odds = [1, 2].filter(odd)\nexport default { data: () => ({ odds }) }\n</script>\n`;
    const { files } = await rewrite({
      "src/A.vue": `${"<!-- ; -->\n".repeat(9)}${script}${"<p>{{ odds }}</p>\n".repeat(9)}`,
    });
    assert.match(files["src/A.vue"] ?? "", /import \{ odd \} from '\.\/kit\.js'/);
    assert.equal(files["src/kit.js"], `export function odd(n) {\n  return Math.abs(n % 2) === 1\n}\n`);
  });

  it("leads a component to a helper in its own language", async () => {
    const { files } = await rewrite({
      "src/A.vue": vue(`import pad from 'pad'\n\nconst label = ['a'].map((x) => pad.call(null, x, 2))\n`),
    });
    assert.match(files["src/A.vue"] ?? "", /import pad from '\.\/pad'/);
    assert.match(files["src/pad.ts"] ?? "", /export default function pad\(text: any/);
  });

  for (const [fact, path, text, because] of [
    [
      "a name the template uses",
      "A.vue",
      vue(`import pad from 'pad'\n\nconst label = pad('a', 2)\n`, "{{ pad('b', 2) }}"),
      /pad is, or may be, used in the template/,
    ],
    [
      "a name that Svelte subscribes to",
      "a.svelte",
      `<script>\n  import merge from 'merge-all';\n  const x = $merge;\n</script>\n\n<p>{x}</p>\n`,
      /merge is, or may be, used in the template/,
    ],
    [
      "a script that shares a line with markup",
      "a.svelte",
      `<script>import pad from 'pad'; pad('a', 2);</script>\n`,
      /names it/,
    ],
    [
      "a module of Node",
      "A.vue",
      vue(`import where from 'where'\n\nconst label = where('a')\n`),
      /a module of Node, and this code is built for browsers/,
    ],
    [
      "a script inside the markup of an Astro component",
      "a.astro",
      `---\nconst a = 1;\n---\n<script>\nimport pad from 'pad';\npad('a', 2);\n</script>\n`,
      /names it/,
    ],
    [
      "a script in a language it does not read",
      "A.vue",
      `<script lang="coffee">\nimport pad from 'pad'\n</script>\n`,
      /names it/,
    ],
  ] as const)
    it(`refuses ${fact}`, async () => {
      const { files, reasons } = await rewrite({ [path]: text });
      assert.match(reasons, because);
      assert.equal(files[path], text);
    });
});
