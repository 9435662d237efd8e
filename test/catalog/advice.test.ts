import assert from "node:assert/strict";
import { test } from "node:test";
import semver from "semver";
import { adviceFor } from "../../src/analyze/dependencies/advice.ts";
import { adviceOn, topics } from "../../src/catalog/advice/index.ts";

const all = Object.entries(topics).flatMap(([topic, groups]) => groups.map((group) => ({ topic, ...group })));
const node = (version: string) => ({ node: version, source: "a test", browser: false });

test("a package is given advice in one place", () => {
  const names = all.flatMap(({ packages }) => packages);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  assert.deepEqual(twice, []);
});

test("advice is one sentence, names what to use, and dates it by a version of Node", () => {
  for (const { topic, packages, instead, node: since, note } of all) {
    const place = `${topic}: ${packages[0]}`;
    assert.match(note, /^[A-Z/\w].*[^.]\.$/, place);
    assert.ok(note.split(" ").length >= 6, `${place}: it explains nothing`);
    assert.ok(instead !== "" && !instead.endsWith("."), place);
    assert.ok(since === undefined || semver.valid(since) === since, place);
  }
});

test("advice holds from its floor on, and where it does not the data of others is asked", () => {
  const advised = adviceFor("clone-deep", node("18.0.0"));
  assert.equal(advised?.kind, "native");
  assert.equal(advised.replacement, adviceOn("clone-deep")?.instead);
  assert.match(advised.evidence.text, /structuredClone/);
  assert.equal(adviceFor("clone-deep", node("14.0.0"))?.evidence.source === "catalog", false);
});

test("what Node alone has is no advice for code that browsers run", () => {
  const browser = { ...node("22.0.0"), browser: true };
  assert.notEqual(adviceFor("mri", browser)?.evidence.source, "catalog");
  assert.equal(adviceFor("mri", node("22.0.0"))?.kind, "native");
});

test("a package that is part of another, or has no better one, is kept with a word on it", () => {
  assert.equal(adviceFor("glob-parent", node("22.0.0"))?.kind, "keep");
  assert.equal(adviceFor("semver", node("22.0.0"))?.kind, "keep");
});
