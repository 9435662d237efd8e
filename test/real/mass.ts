/** Lets the tool loose on many published packages at once, with checks that need to know nothing of what each does. */
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { parses } from "./check.ts";
import { runCommand, shrinkdeps } from "./command.ts";
import { forget } from "./download.ts";
import { asObject, isSource, readManifest, undeclaredImports } from "./imports.ts";
import { unpublished } from "./lockfile.ts";
import { layOut, type Member } from "./members.ts";
import { undeclaredNames } from "./names.ts";
import { differences, listTree } from "./tree.ts";

export interface Trial {
  readonly gone: readonly string[];
  /** Source files rewritten or added. */
  readonly changed: readonly string[];
  /** What does not hold, one sentence each. */
  readonly failures: readonly string[];
  readonly output: string;
}

/** Analyses and rewrites one member and tells what broke. `keep` leaves the two trees in place for a look. */
export async function tryMember(member: Member, keep = false): Promise<Trial> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-mass-")));
  const [before, after] = [join(place, "before"), join(place, "after")];
  try {
    layOut(member, before);
    layOut(member, after);
    return await rewrite(before, after, keep ? place : "");
  } finally {
    if (!keep) forget(place);
  }
}

async function rewrite(before: string, after: string, place: string): Promise<Trial> {
  const options = ["apply", "--yes", "--target", "node20.20"];
  const failures: string[] = [];
  const failUnless = (holds: boolean, what: string): unknown => holds || failures.push(what);

  const analyzed = await shrinkdeps(after, "analyze", "--format", "json");
  failUnless(analyzed.code <= 1, `analyze ends with ${analyzed.code}: ${tail(analyzed.stderr)}`);
  const applied = await shrinkdeps(after, ...options);
  failUnless(applied.code === 0, `apply ends with ${applied.code}: ${tail(applied.stderr)}`);

  const [treeBefore, treeAfter] = [listTree(before), listTree(after)];
  const gone = directOf(before).filter((name) => !directOf(after).includes(name));
  const changed = differences(treeBefore, treeAfter).filter((path) => path !== "package.json");
  for (const path of changed) failures.push(...staticFailures(before, after, path));
  const added = changed.filter((path) => !treeBefore.has(path));
  for (const path of await unpublished(after, added)) failures.push(`${path} would not be published`);
  const undeclared = undeclaredImports(before);
  for (const found of undeclaredImports(after))
    failUnless(undeclared.includes(found), `${found}, which nothing declares`);

  for (const name of gone) rmSync(join(after, "node_modules", name), { recursive: true, force: true });
  const commands = commandsOf(after);
  const loadable = changed.filter((path) => existsSync(join(before, path)) && isLoadable(path) && !commands.has(path));
  for (const path of [".", ...loadable]) {
    const [exportsBefore, exportsAfter] = [await load(before, path), await load(after, path)];
    failUnless(exportsBefore === exportsAfter, `${path} gives ${exportsAfter} instead of ${exportsBefore}`);
  }

  const again = await shrinkdeps(after, ...options);
  const moved = differences(treeAfter, listTree(after));
  failUnless(again.code === 0, `the second apply ends with ${again.code}: ${tail(again.stderr)}`);
  failUnless(moved.length === 0, `a second apply changes ${moved.join(", ")}`);
  const undone = gone.length === 0 ? undefined : await shrinkdeps(after, "undo");
  failUnless(
    undone === undefined || undone.code === 0,
    `undo ends with ${undone?.code}: ${tail(undone?.stderr ?? "")}`,
  );
  const left = differences(treeBefore, listTree(after));
  failUnless(left.length === 0, `undo leaves ${left.join(", ")}`);
  return { gone, changed, failures, output: `${place}\n${applied.stdout}${applied.stderr}` };
}

function staticFailures(before: string, after: string, path: string): string[] {
  if (!existsSync(join(after, path))) return [`${path} is gone`];
  if (!isSource(after, path)) return [];
  const text = readFileSync(join(after, path), "utf8");
  if (!parses(after, path)) return [`${path} no longer parses`];
  const then = existsSync(join(before, path))
    ? undeclaredNames(readFileSync(join(before, path), "utf8"), extname(path))
    : [];
  const unknown = undeclaredNames(text, extname(path)).filter((name) => !then.includes(name));
  return unknown.length === 0 ? [] : [`${path} refers to ${unknown.join(", ")}, which nothing declares`];
}

/** What loading a file gives, as text: its exports with their types, or its error without the paths. */
async function load(root: string, path: string): Promise<string> {
  const script = `
    const describe = (value) => Object.keys(value).sort().map((key) => key + ": " + typeof value[key]).join(", ");
    const done = (text) => { console.log("\\n=>" + text); process.exit(0); };
    import(require("url").pathToFileURL(require.resolve(${JSON.stringify(join(root, path))}))).then(
      (all) => done("{" + describe(all) + "} " + (all.default instanceof Object ? "{" + describe(all.default) + "}" : "")),
      (error) => done(String(error && (error.code || error.name))),
    );`;
  const { code, stdout } = await runCommand(process.execPath, ["--no-warnings", "-e", script], root);
  return stdout.split("\n=>").at(-1)?.trim() ?? `exit ${code}`;
}

function isLoadable(path: string): boolean {
  return (
    [".js", ".cjs", ".mjs"].includes(extname(path)) &&
    !/(^|\/)(test|tests|bench|benchmark|example|examples)\b/.test(path)
  );
}

function commandsOf(root: string): Set<string> {
  const bin = readManifest(root)["bin"];
  const paths = typeof bin === "object" && bin !== null ? Object.values(bin) : [bin];
  return new Set(paths.filter((path) => typeof path === "string").map((path) => path.replace(/^\.\//, "")));
}

function directOf(root: string): string[] {
  return Object.keys(asObject(readManifest(root)["dependencies"] ?? {}, "dependencies"));
}

function tail(text: string): string {
  return text.trim().split("\n").slice(-3).join(" | ").slice(0, 400);
}
