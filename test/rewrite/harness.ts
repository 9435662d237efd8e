/** Rewrites small programs with the toy recipes, and runs them before and after. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import type { Project } from "../../src/project/project.ts";
import { readProject } from "../../src/project/read.ts";
import { plan, type PlanOptions } from "../../src/rewrite/make-plan.ts";
import type { Plan } from "../../src/rewrite/plan.ts";
import { run } from "./run.ts";
import { toyPackages, toyRecipes } from "./toys.ts";

export type Files = Readonly<Record<string, string>>;

const versions: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(toyPackages)
    .filter(([path]) => path.endsWith("package.json"))
    .map(([, text]): [string, string] => {
      const { name, version }: { name: string; version: string } = JSON.parse(text);
      return [name, version];
    }),
);

const catalog = catalogOf(toyRecipes);

export interface Rewritten {
  readonly plan: Plan;
  /** Every file as it would be, by path. */
  readonly files: Files;
  /** Why packages stay, in one text. */
  readonly reasons: string;
}

/** Plans the removal of every toy package the files mention. `manifest` adds to package.json. */
export async function rewrite(files: Files, manifest: object = {}, options: PlanOptions = {}): Promise<Rewritten> {
  return inProject(files, manifest, async (directory) => rewriteIn(directory, files, options));
}

/** Rewrites, and runs `entry` before and after: what it prints, how it ends, and its errors are the same. */
export async function rewriteAndRun(
  files: Files,
  entry: string,
  manifest: object = {},
  options: PlanOptions = {},
): Promise<Rewritten> {
  return inProject(files, manifest, async (directory) => {
    const before = await run(directory, withManifest(directory, files), entry);
    const rewritten = await rewriteIn(directory, files, options);
    for (const [path, text] of Object.entries(rewritten.files)) write(directory, path, text);
    for (const one of rewritten.plan.packages)
      if (one.outcome === "remove") rmSync(join(directory, "node_modules", one.package), { recursive: true });
    const after = await run(directory, withManifest(directory, rewritten.files), entry);
    assert.deepEqual(after, before, `the program behaves differently:\n${rewritten.files[entry] ?? ""}`);
    assert.match(before.stdout, /\S/, `the program prints nothing: ${before.error}`);
    const again = await plan(readProject(directory), catalog, options);
    assert.deepEqual(again.files, [], "a second run changes nothing");
    return rewritten;
  });
}

async function rewriteIn(directory: string, files: Files, options: PlanOptions): Promise<Rewritten> {
  const project = readProject(directory);
  const made = await plan(project, catalog, options);
  assertTold(project, made, options);
  const after = new Map(Object.entries(files));
  for (const file of made.files) after.set(file.path, file.after);
  for (const file of made.newFiles) after.set(file.path, file.text);
  const reasons = made.packages.flatMap((one) => one.reasons.map((reason) => `${one.package}: ${reason}`)).join("\n");
  return { plan: made, files: Object.fromEntries(after), reasons };
}

/** A report calls automatic what a plan takes out, and nothing else. */
function assertTold(project: Project, { packages }: Plan, options: PlanOptions): void {
  const { target, workspaces, allowDeviations = false } = options;
  const asked = { ...(target !== undefined && { target }), ...(workspaces !== undefined && { workspaces }) };
  const { dependencies } = analyze(project, catalog, asked);
  for (const { package: name, outcome, reasons } of packages) {
    const removals = dependencies.filter((one) => one.name === name && one.kind !== "peer").map((one) => one.removal);
    // What the last look at a rewritten file finds is a mistake of the engine, which nothing foretells.
    if (removals.length === 0 || reasons.some((reason) => reason.endsWith("; please report it"))) continue;
    const isTold = removals.every((removal) => removal === "automatic" || (allowDeviations && removal === "allowed"));
    assert.equal(isTold, outcome === "remove", `analyze says ${removals.join()} of ${name}: ${reasons.join("; ")}`);
  }
}

async function inProject<T>(files: Files, manifest: object, work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), "shrinkdeps-rewrite-"));
  try {
    const text = Object.values(files).join("\n");
    const used = Object.keys(versions).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
    const dependencies = Object.fromEntries(used.map((name) => [name, versions[name]]));
    const json = { name: "program", version: "1.0.0", engines: { node: ">=20.12" }, dependencies, ...manifest };
    write(directory, "package.json", `${JSON.stringify(json, null, 2)}\n`);
    for (const [path, content] of Object.entries(toyPackages))
      if (used.includes(path.split("/")[0] ?? "")) write(directory, `node_modules/${path}`, content);
    for (const [path, content] of Object.entries(files)) write(directory, path, content);
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function write(directory: string, path: string, text: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
}

function withManifest(directory: string, files: Files): Files {
  return { "package.json": readFileSync(join(directory, "package.json"), "utf8"), ...files };
}
