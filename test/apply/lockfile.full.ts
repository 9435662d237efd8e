/** The long run: every scene, every version, every removal, against the real npm. */
import { test } from "node:test";
import { removeTree } from "./tree.ts";
import { assertSameAsNpm, importersOf, makeProject, removalsOf } from "./lockfile/compare.ts";
import { allScenes } from "./lockfile/scenes.ts";

// Version 1 records no peers, so a scene with peers is another project there.
const withoutPeers = /^(?!peers|a large tree)/;

for (const [name, scene] of Object.entries(allScenes)) {
  for (const version of [1, 2, 3].filter((one) => one > 1 || withoutPeers.test(name))) {
    test(`${name}: every removal from lockfile version ${version} is byte for byte npm's own`, () => {
      const root = makeProject(scene, version);
      for (const directory of importersOf(scene)) {
        for (const names of removalsOf(scene, directory)) assertSameAsNpm(root, scene, directory, names, version);
      }
      removeTree(root);
    });
  }
}
