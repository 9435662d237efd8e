/** Lockfiles as packages were published with them, which no test of ours has written. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { apply } from "../../src/apply/apply.ts";
import type { PackageGraph } from "../../src/project/graph.ts";
import { readProject } from "../../src/project/read.ts";
import { asObject, readObject } from "./imports.ts";
import { forget, unpack, type Published } from "./download.ts";

interface PublishedLock extends Published {
  readonly file: "npm-shrinkwrap.json" | "yarn.lock" | "bun.lock" | "pnpm-lock.yaml";
  /** A dependency that is taken out, and what has to leave with it, without the versions. */
  readonly removed: string;
  readonly leaves: readonly string[];
}

const locks: readonly PublishedLock[] = [
  {
    name: "firebase-tools",
    version: "11.30.0",
    integrity: "sha512-rNMhtsFKy35AZqfy0obY2Kgsfmg8N1duEx2UDT14NsMHB7xt2Z7cUd92bkAoQAfD0jAOd7LhRT/7E6J5yB+kGw==",
    file: "npm-shrinkwrap.json",
    removed: "tcp-port-used",
    leaves: ["debug", "ip-regex", "is2", "ms", "tcp-port-used"],
  },
  {
    name: "netlify-cli",
    version: "15.11.0",
    integrity: "sha512-GKw1sHJ8kgI+7EWnSuKclwDejIlaFZkgFlLYke7UdwRFrHzFWliD4MqkhCHkMlhPu5SU4QCO2ML+UnfG+okZbA==",
    file: "npm-shrinkwrap.json",
    removed: "hasbin",
    leaves: ["async", "hasbin"],
  },
  {
    name: "@uniswap/v3-periphery",
    version: "1.4.0",
    integrity: "sha512-OXikenS40UIEa2XxQ+TyGpFFcTOfSW8eH3Ngy7sGOYp+7yr6uGU2UzomeTsqzagBEAXUDTwxqkk9oUS1KtWTUw==",
    file: "yarn.lock",
    removed: "is-svg",
    leaves: ["fast-xml-parser", "is-svg"],
  },
  {
    name: "@bogeychan/elysia-logger",
    version: "0.1.10",
    integrity: "sha512-wFp3KUCNIkCV4zcbo70gifHH99ch7e4LNrP5Xa5e2MRO2MDyPgM92SWQmrzkng6PsSZk13+UKJskGNQ+ZuDZkQ==",
    file: "bun.lock",
    removed: "pino-pretty",
    leaves: [
      "colorette",
      "dateformat",
      "end-of-stream",
      "fast-copy",
      "fast-safe-stringify",
      "help-me",
      "joycon",
      "minimist",
      "once",
      "pino-pretty",
      "pump",
      "secure-json-parse",
      "strip-json-comments",
      "wrappy",
    ],
  },
  {
    name: "elysia-ip",
    version: "1.1.1",
    integrity: "sha512-9mUMRCH58+BOzTeDvaZe729ozfLFTk2oFIrEcmAC+BpRnXUud5FPCBTS/j0GAGmBkuK1JuGsuofS0P7qJT5sDA==",
    file: "bun.lock",
    removed: "@types/debug",
    leaves: ["@types/debug", "@types/ms"],
  },
];

/** "name@version" of every package, by nothing but the look of the text. */
const counters: Readonly<Record<PublishedLock["file"], (directory: string, text: string) => number>> = {
  "npm-shrinkwrap.json": (directory) => {
    const entries = Object.entries(
      asObject(readObject(join(directory, "npm-shrinkwrap.json"))["packages"], "packages"),
    );
    return entries.filter(([path, entry]) => path !== "" && asObject(entry, path)["link"] !== true).length;
  },
  "yarn.lock": (_, text) => text.match(/^ {2}version "/gm)?.length ?? 0,
  "bun.lock": (_, text) => new Set([...text.matchAll(/^ {4}"[^"]+": \["([^"]+)"/gm)].map(([, ident]) => ident)).size,
  "pnpm-lock.yaml": (_, text) => text.slice(text.indexOf("\npackages:")).match(/^ {2}\S.*:$/gm)?.length ?? 0,
};

for (const published of locks) {
  const { name, version, file, removed, leaves } = published;
  test(`the ${file} that ${name}@${version} was published with is read whole, and what nothing else needs leaves it`, async () => {
    const directory = await unpack(published);
    try {
      const before = graphOf(directory, file);
      const text = readFileSync(join(directory, file), "utf8");
      assert.equal(namesOf(before).length, counters[file](directory, text));
      assert.deepEqual([...before.importers], [["", ""]]);
      assertWhole(before);
      const removals = [{ manifest: "package.json", name: removed, package: removed }];
      await apply(readProject(directory, { sources: false }), { packages: [], files: [], newFiles: [], removals });
      const after = graphOf(directory, file);
      assertWhole(after);
      const [were, are] = [namesOf(before), new Set(namesOf(after))];
      const gone = were.filter((one) => !are.has(one));
      assert.deepEqual(gone.map((one) => one.replace(/(?<=.)@.*$/, "")).sort(), [...leaves].sort());
      assert.equal(were.length - gone.length, namesOf(after).length, "nothing is new");
      const left = readFileSync(join(directory, file), "utf8");
      assert.equal(namesOf(after).length, counters[file](directory, left));
    } finally {
      forget(dirname(directory));
    }
  });
}

function graphOf(directory: string, file: string): PackageGraph {
  const { graph, problems } = readProject(directory, { sources: false });
  assert.deepEqual(problems, []);
  assert.ok(graph.known);
  assert.equal(graph.graph.source, file);
  return graph.graph;
}

/** Each copy of a package, as "name@version" with where it is when the lockfile tells. */
function namesOf({ nodes }: PackageGraph): string[] {
  const packages = [...nodes.values()].filter(({ importer }) => !importer);
  return packages.map(({ name, version, id }) => `${name}@${version ?? ""} ${id}`);
}

/** Every edge leads to a package that is there; only what is optional, or a peer, may lead nowhere. */
function assertWhole({ nodes, edges }: PackageGraph): void {
  for (const [from, own] of edges) {
    for (const { name, kind, to } of own) {
      const label = `${name} of ${from === "" ? "the root" : from}`;
      if (to !== undefined) assert.ok(nodes.has(to), label);
      else assert.ok(kind === "peer" || kind === "optional", label);
    }
  }
}
