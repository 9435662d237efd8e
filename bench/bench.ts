/** `npm run bench [-- --sizes 250,2500 --locked 100,2500 --runs 3 --seed 1 --only budget]`: times the commands beside others on generated trees. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { formats } from "./lockfiles/formats.ts";
import { makeTree, writeProject } from "./lockfiles/project.ts";
import { alternate, exponent, ratio, spread, type Contender, type Spread, type Times } from "./measure.ts";
import { writeTree } from "./tree.ts";

const repository = resolve(import.meta.dirname, "../..");
const shrinkdeps = join(repository, "bin/shrinkdeps.js");
const reader = join(import.meta.dirname, "lockfiles/read.js");
const others = join(repository, "bench/node_modules");
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "250,2500,25000" },
    runs: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
    locked: { type: "string", default: "100,2500,50000" },
    only: { type: "string", default: "analyze,apply,budget" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const locked = values.locked.split(",").map(Number);
const runs = Number(values.runs);
const seed = Number(values.seed);
const only = new Set(values.only.split(","));

function installOthers(): void {
  if (["knip", "depcheck", "@e18e/cli"].every((name) => existsSync(join(others, name)))) return;
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", args, { cwd: join(repository, "bench"), stdio: "inherit" });
  if (status !== 0) throw new Error("knip, depcheck and @e18e/cli could not be installed in bench/");
}

function analyzers(root: string): Contender[] {
  const findings = [0, 1];
  return [
    { name: "floor", args: [join(import.meta.dirname, "floor.js"), root], cwd: root, accepts: [0] },
    { name: "load the compiler", args: [join(import.meta.dirname, "compiler.js")], cwd: root, accepts: [0] },
    { name: "analyze", args: [shrinkdeps, "analyze"], cwd: root, accepts: findings },
    { name: "knip", args: [join(others, "knip/bin/knip.js"), "--dependencies"], cwd: root, accepts: findings },
    { name: "depcheck", args: [join(others, "depcheck/bin/depcheck.js"), root], cwd: root, accepts: [0, 255] },
    {
      name: "e18e analyze",
      args: [join(others, "@e18e/cli/cli.js"), "analyze", "--pack", "none"],
      cwd: root,
      accepts: findings,
    },
  ];
}

function rewriters(root: string): Contender[] {
  return [
    { name: "tsc --noEmit", args: [join(import.meta.dirname, "typecheck.js"), root], cwd: root, accepts: [0] },
    { name: "apply", args: [shrinkdeps, "apply", "--yes"], cwd: root, accepts: [0], reset: [shrinkdeps, "undo"] },
  ];
}

function checkers(root: string): Contender[] {
  return [
    { name: "node -e 0", args: ["-e", "0"], cwd: root, accepts: [0] },
    { name: "read", args: [reader, root], cwd: root, accepts: [0] },
    { name: "budget", args: [shrinkdeps, "budget"], cwd: root, accepts: [0] },
  ];
}

/** Reading and checking a lockfile of each size and format, beside starting node. */
function checkBudgets(place: string): void {
  const growth = new Map<string, Point[]>(formats.map(({ name }) => [name, []]));
  for (const packages of locked) {
    const tree = makeTree(packages, seed);
    for (const format of formats) {
      const root = join(place, "locked");
      writeProject(root, tree, format);
      const title = `budget: ${format.name}, ${packages} packages`;
      const { status, stdout } = spawnSync(process.execPath, [reader, root], { encoding: "utf8" });
      if (status === 3) {
        console.log(`\n${title}\n  not read: ${stdout.trim()}`);
      } else {
        const times = alternate(checkers(root), runs);
        growth.get(format.name)?.push(pointOf(packages, times, "budget"));
        show(title, times, [
          ["read", "node -e 0"],
          ["budget", "node -e 0"],
        ]);
      }
      rmSync(root, { recursive: true, force: true });
    }
  }
  for (const [name, points] of growth) showGrowth(`budget of ${name}`, "packages", points);
}

type Point = { readonly size: number; readonly seconds: number };

function pointOf(size: number, times: Times, name: string): Point {
  return { size, seconds: spread(times.get(name) ?? []).median };
}

/** How the time of a command grows with what it reads, as the power of a fitted line, and between neighbouring sizes. */
function showGrowth(command: string, unit: string, points: readonly Point[]): void {
  if (points.length < 2) return;
  const steps = points.slice(1).map(({ size, seconds }, index) => {
    const smaller = points[index] ?? { size, seconds };
    const more = (size / smaller.size).toFixed(1);
    return `${smaller.size} to ${size} (${more} times): ${(seconds / smaller.seconds).toFixed(1)} times as long`;
  });
  console.log(`\n${command}: time grows with ${unit} to the power of ${exponent(points).toFixed(2)}`);
  for (const step of steps) console.log(`  ${step}`);
}

function show(title: string, times: Times, ratios: readonly (readonly [string, string])[]): void {
  console.log(`\n${title}`);
  for (const [name, seconds] of times) console.log(`  ${name.padEnd(26)}${row(spread(seconds), "s")}`);
  for (const [name, unit] of ratios)
    console.log(`  ${`${name} : ${unit}`.padEnd(26)}${row(ratio(times, name, unit), "x")}`);
}

function row({ min, median, max }: Spread, unit: string): string {
  return [min, median, max].map((value) => `${value.toFixed(value < 10 ? 2 : 1)} ${unit}`.padStart(10)).join("");
}

const place = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-bench-")));
try {
  if (only.has("analyze")) installOthers();
  console.log(`seed ${seed}, ${runs} alternating runs; columns: min, median, max`);
  const growth = new Map<string, Point[]>([
    ["analyze", []],
    ["apply", []],
  ]);
  for (const files of only.has("analyze") || only.has("apply") ? sizes : []) {
    const root = join(place, `tree-${files}`);
    const { bytes } = writeTree(root, files, seed, join(repository, "node_modules/@types/node"));
    const title = `${files} files, ${(bytes / 1e6).toFixed(1)} MB`;
    if (only.has("analyze")) {
      const times = alternate(analyzers(root), runs);
      growth.get("analyze")?.push(pointOf(files, times, "analyze"));
      show(`analyze: ${title}`, times, [
        ["knip", "analyze"],
        ["depcheck", "analyze"],
        ["e18e analyze", "analyze"],
        ["analyze", "floor"],
        ["knip", "load the compiler"],
      ]);
    }
    if (only.has("apply")) {
      const times = alternate(rewriters(root), runs);
      growth.get("apply")?.push(pointOf(files, times, "apply"));
      show(`apply: ${title}`, times, [["apply", "tsc --noEmit"]]);
    }
    rmSync(root, { recursive: true, force: true });
  }
  for (const [command, points] of growth) showGrowth(command, "files", points);
  if (only.has("budget")) checkBudgets(place);
} finally {
  rmSync(place, { recursive: true, force: true });
}
