/** Classes of recipes make the instances that those of their packages make, for whoever extends, throws or shows them. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inspect, isDeepStrictEqual } from "node:util";
import { installOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe, originalsOf } from "../proof/prove.ts";
import { type Class, messages, uses } from "./instances.ts";

before(installOriginals);

/** Exports that are classes, by package. */
const classes: Readonly<Record<string, readonly string[]>> = {
  "es6-error": ["default"],
  "make-error": ["BaseError"],
  "p-timeout": ["TimeoutError"],
};

for (const [name, exported] of Object.entries(classes))
  for (const key of exported)
    test(`${name}: ${key} is the class that the package has`, async () => {
      let compared = 0;
      for (const era of await loadRecipe(name))
        for (const original of originalsOf(era)) {
          const shape = era.require ?? ("default" in era.exports ? "default" : "namespace");
          const theirs = (await loadOriginal(original, undefined, shape))[key] as Class;
          const ours = era.exports[key] as Class;
          assert.equal(typeof theirs, "function", `${original.alias} has no ${key}`);
          const ourUses = uses(ours);
          for (const [index, use] of uses(theirs).entries())
            for (const args of messages) {
              const [expected, found] = [use(args), ourUses[index]?.(args)];
              const where = `${original.alias}, use ${index} of ${key} with ${inspect(args)}`;
              if (!isDeepStrictEqual(found, expected)) assert.deepEqual(found, expected, where);
              compared += 1;
            }
        }
      assert.ok(compared > 0, `no version of ${name} was tried`);
    });
