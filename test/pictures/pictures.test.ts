import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { stripVTControlCharacters, styleText } from "node:util";
import { test } from "node:test";
import { drawTerminal, readPicture } from "./svg.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), "utf8");
const options = { validateStream: false } as const;

test("a picture shows each character in its column, and its colour", () => {
  const text = [
    `${styleText("bold", "2 of 3", options)} go`,
    "",
    `  ${styleText("green", 'a<b> & "c"', options)}   ${styleText("dim", "3", options)}`,
    styleText("yellow", `stays: ${styleText("bold", "why", options)}`, options),
  ].join("\n");
  const svg = drawTerminal(`${text}\n`, 40);
  assert.equal(readPicture(svg), stripVTControlCharacters(text));
  assert.match(svg, /<text x="16" y="29" textLength="48" font-weight="bold">2 of 3<\/text>/);
  assert.match(svg, /fill="#7ee787">a&lt;b&gt; &amp; &quot;c&quot;<\/text>/);
  assert.doesNotMatch(svg, /\u001b/);
});

for (const command of ["analyze", "audit"]) {
  test(`the README's picture of ${command} is drawn as the script draws it, and is of the bundled demo`, () => {
    const svg = read(`docs/pictures/${command}.svg`);
    const text = readPicture(svg);
    const bare = (picture: string): string => picture.replaceAll(/ (?:font-weight|opacity|fill)="[^"]*"/g, "");
    assert.equal(bare(svg), bare(drawTerminal(text, 80)));
    assert.doesNotMatch(svg, /[\u0000-\u0009\u000b-\u001f]/);
    assert.match(text, new RegExp(`^\\$ shrinkdeps ${command}\n\n`));
    assert.ok(text.split("\n").every((line) => line.length <= 80));
    const manifest: { dependencies: object; devDependencies: object } = JSON.parse(read("fixtures/demo/package.json"));
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    const shown = [...text.matchAll(/^ {2}(\S+) +(?:native|unused|trivial) /gm)].map(([, name = ""]) => name);
    assert.equal(shown.length > 5, command === "analyze");
    assert.deepEqual(
      shown.filter((name) => !names.includes(name)),
      [],
    );
  });
}

test("the README shows every picture, and each is small", () => {
  const readme = read("README.md");
  for (const name of ["analyze.svg", "audit.svg", "report.png"]) {
    assert.ok(readme.includes(`](docs/pictures/${name})`), name);
    assert.ok(statSync(new URL(`docs/pictures/${name}`, root)).size < 200_000, name);
  }
});
