import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../bench/lockfiles/formats.ts";
import { makeTree, writeProject } from "../../bench/lockfiles/project.ts";
import { readTree } from "../../src/project/read.ts";
import { tree } from "../project/tree.ts";

test("the lockfiles of the bench tell one tree, whatever their format", (context) => {
  const made = makeTree(150, 1);
  const wanted = made.packages.map(({ name, needs }) => `${name} > ${needs.map((need) => need.name).join()}`).sort();
  let read = 0;
  for (const format of formats) {
    const root = tree(context, {});
    writeProject(root, made, format);
    const { graph: reading, problems } = readTree(root);
    assert.ok(reading.known, format.name);
    assert.deepEqual(problems, [], format.name);
    const { nodes, edges } = reading.graph;
    const found = [...nodes.values()]
      .filter(({ importer }) => !importer)
      .map(({ id, name }) => {
        return `${name} > ${(edges.get(id) ?? []).map(({ to }) => nodes.get(to ?? "")?.name).join()}`;
      });
    assert.deepEqual(found.sort(), wanted, format.name);
    read += 1;
  }
  assert.equal(read, 8);
});
