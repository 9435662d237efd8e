import assert from "node:assert/strict";
import { test } from "node:test";
import { judge, judgePackages } from "../../src/analyze/judge.ts";
import type { JudgedUsage } from "../../src/analyze/usage.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { projectOf } from "./memory.ts";

const catalog = catalogOf({});
const names = new Set(["steady", "@scope/firm", "events"]);
const dependencies = Object.fromEntries([...names].map((name) => [name, "*"]));

const heads = [
  'import steady from "steady";\n',
  "#!/usr/bin/env node\n'use strict';\nimport * as steady from 'steady/part'\nimport { a, b as c } from '@scope/firm';\n",
  '/// <reference types="steady" />\n// Copyright\nimport type { Steady } from "steady";\nimport "@scope/firm/style.css";\nimport events from "events";\n',
  'import steady from "steady" with { type: "json" };\n',
  'import steady\n  from "steady";\nexport const before = 1;\n',
  'import steady from "steady"; // as @scope/firm does\n',
  'const steady = require("steady");\nimport "@scope/firm";\n',
];

/** Longer than any head, and of itself without a name. */
const filler = Array.from({ length: 40 }, (_, nth) => `export const value${nth} = steady.part(${nth});\n`).join("");

const tails = [
  "",
  "steady(); steadying; unsteady.steady.x;\n",
  "export default steady;\n",
  'const more = require("@scope/firm");\n',
  'await import("events");\n',
  'jest.mock("@scope/firm");\n',
  'exec("steady --fast"); run(`npx @scope/firm`);\n',
  'exec("echo; steady");\n',
  'spawn("node_modules/.bin/steady,");\nread("./node_modules/steady(1)");\n',
  "/** @type {import('@scope/firm').Firm} */\n",
  'await import("ste\\x61dy"); import("@scope/f\\u0069rm");\n',
  'eval("steady()");\n',
  "with (steady) run();\n",
  'const proxied = proxyquire("./x", { events: {} });\n',
  "function require() {}\n",
  'declare module "@scope/firm" {}\n',
  'define(["steady"], () => 1);\n',
  'import last from "@scope/firm";\n',
  "load(`steady/${part}`); import(`${part}`);\n",
  'import("./parts/" + steady);\nload("steady");\n',
];

function usagesBy(decide: typeof judge | typeof judgePackages, path: string, text: string): JudgedUsage[] {
  const project = projectOf({ "package.json": JSON.stringify({ name: "app", dependencies }), [path]: text });
  const judged = decide(project, catalog, names);
  const packages = "packages" in judged ? judged.packages : judged;
  return [...packages.values()].flatMap(({ usages }) => usages);
}

test("finds in the first imports of a file what the whole of it says", () => {
  for (const path of ["a.ts", "a.js", "a.mts"])
    for (const head of heads)
      for (const tail of tails) {
        const text = head + filler + tail;
        assert.deepEqual(
          usagesBy(judgePackages, path, text),
          usagesBy(judge, path, text),
          `${path}\n${head}…\n${tail}`,
        );
      }
});

test("does not parse what follows the imports that alone name a package", () => {
  const text = `${heads[0]}${filler}const broken = (((;\n`;
  assert.deepEqual(
    usagesBy(judgePackages, "a.ts", text).map(({ form }) => form),
    ["import"],
  );
  const named = `${text}load("steady");\n`;
  assert.deepEqual(
    usagesBy(judgePackages, "a.ts", named).map(({ form }) => form),
    ["mention"],
  );
});
