/** One project, before and after: everything that must hold when the tool has been let loose on it. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ts } from "../../src/typescript.ts";
import { mustRun, npm, shrinkdeps } from "./command.ts";
import { copyProject, download, forget } from "./download.ts";
import { asObject, isSource, readManifest, undeclaredImports } from "./imports.ts";
import { lockedDependencies, lockedPackages, packagesByNpm, unpublished } from "./lockfile.ts";
import { makePlace } from "./place.ts";
import type { RealProject } from "./projects.ts";
import { differences, listTree } from "./tree.ts";

export interface Checked {
  /** Dependencies that went. */
  readonly gone: readonly string[];
  /** Packages the lockfile listed before and lists after. */
  readonly packages: readonly [number, number];
  /** Files of the project that changed or were added, manifests and lockfile included. */
  readonly files: readonly string[];
}

/** These projects promise versions of Node from before what replaces their packages; the tests run on this one. */
const target = ["--target", "node20.20"];

/** Uses, analyses, applies, checks, applies again, undoes. Throws an assertion that names what does not hold. */
export async function checkProject(project: RealProject): Promise<Checked> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-run-")));
  const root = join(place, "project");
  const run = async (when: string): Promise<string> => {
    const plain = await project.use(makePlace(root, scratchIn(place, when, "plain")));
    if (project.observable !== true) return plain;
    return plain + (await project.use(makePlace(root, scratchIn(place, when, "coloured"), { FORCE_COLOR: "1" })));
  };
  try {
    copyProject(await download(project), root);
    const usedBefore = await run("before");
    assert.match(usedBefore, project.proof, "the project does not even work before");
    const before = state(root);

    await checkAnalysis(project, root);
    const options = [...target, ...(project.observable === true ? ["--allow-deviations"] : [])];
    const applied = await shrinkdeps(root, "apply", "--yes", ...options);
    assert.equal(applied.code, 0, `apply ended with ${applied.code}\n${applied.stdout}\n${applied.stderr}`);
    const after = state(root);

    const gone = before.direct.filter((name) => !after.direct.includes(name));
    assert.deepEqual(gone, [...project.goes].sort(), "other dependencies went than those promised");
    checkStatic(before, after, gone, root);
    const added = [...after.tree.keys()].filter((path) => !before.tree.has(path));
    assert.deepEqual(await unpublished(root, added), [], "new files that publishing the project would leave out");
    await checkLockfile(root, join(place, "lock"));
    assert.equal(await run("after"), usedBefore, "it behaves differently afterwards");

    const again = await shrinkdeps(root, "apply", "--yes", ...options);
    assert.equal(again.code, 0, `the second apply ended with ${again.code}\n${again.stdout}\n${again.stderr}`);
    assert.deepEqual(differences(after.tree, listTree(root)), [], "a second apply changes files");

    await undo(root, gone.length > 0);
    assert.deepEqual(differences(before.tree, listTree(root)), [], "undo does not restore these files");
    return { gone, packages: [before.locked.length, after.locked.length], files: differences(before.tree, after.tree) };
  } finally {
    forget(place);
  }
}

/** An empty directory whose last name is the same each time, because some programs print it. */
function scratchIn(place: string, when: string, how: string): string {
  const scratch = join(place, when, how, "scratch");
  mkdirSync(scratch, { recursive: true });
  return scratch;
}

interface State {
  readonly tree: ReadonlyMap<string, string>;
  readonly direct: readonly string[];
  readonly locked: readonly string[];
  readonly undeclared: readonly string[];
}

function state(root: string): State {
  return {
    tree: listTree(root),
    direct: Object.keys(asObject(readManifest(root)["dependencies"] ?? {}, "dependencies")).sort(),
    locked: lockedPackages(root),
    undeclared: undeclaredImports(root),
  };
}

function checkStatic(before: State, after: State, gone: readonly string[], root: string): void {
  const since = (now: readonly string[], then: readonly string[]): string[] => now.filter((one) => !then.includes(one));
  assert.deepEqual(since(after.undeclared, before.undeclared), [], "files import what no manifest declares");
  const broken = differences(before.tree, after.tree).filter((path) => isSource(root, path) && !parses(root, path));
  assert.deepEqual(broken, [], "files no longer parse");
  assert.deepEqual(since(after.locked, before.locked), [], "the lockfile lists packages it did not list before");
  assert.deepEqual(lockedDependencies(root), after.direct, "manifest and lockfile disagree");
  for (const name of gone) {
    assert.ok(!after.direct.includes(name) && !lockedDependencies(root).includes(name), `${name} is still declared`);
  }
}

/** What the analysis says must be what apply does: what goes is automatic, what stays says why. */
async function checkAnalysis(project: RealProject, root: string): Promise<void> {
  const { code, stdout, stderr } = await shrinkdeps(root, "analyze", "--format", "json", ...target);
  assert.ok(code === 0 || code === 1, `analyze ended with ${code}\n${stdout}\n${stderr}`);
  const dependencies = asObject(JSON.parse(stdout), "analysis")["dependencies"];
  assert.ok(Array.isArray(dependencies));
  const reports = new Map(
    dependencies.map((one: unknown) => [String(asObject(one, "report")["name"]), JSON.stringify(one)]),
  );
  for (const [name, reason] of Object.entries(project.stays)) {
    assert.match(reports.get(name) ?? "", reason, `analyze does not say why ${name} stays`);
  }
  for (const name of project.goes) {
    assert.match(
      reports.get(name) ?? "",
      /"removal":"(automatic|allowed)"/,
      `analyze does not say that ${name} can go`,
    );
  }
}

/** npm takes the lockfile as it is, installs exactly that, and would change nothing in it. */
async function checkLockfile(root: string, scratch: string): Promise<void> {
  const locked = lockedPackages(root);
  await npm(root, "ci");
  await mustRun("npm", ["ls", "--all", "--loglevel=error"], root);
  assert.deepEqual(await packagesByNpm(root, scratch), locked, "npm would list other packages");
}

async function undo(root: string, expected: boolean): Promise<void> {
  const undone = await shrinkdeps(root, "undo");
  if (expected) assert.equal(undone.code, 0, `undo ended with ${undone.code}\n${undone.stdout}\n${undone.stderr}`);
}

/** Whether a source file of the project parses. */
export function parses(root: string, path: string): boolean {
  const text = readFileSync(join(root, path), "utf8");
  const source = ts.transpileModule(text, {
    reportDiagnostics: true,
    fileName: "file.tsx",
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
  });
  return (source.diagnostics ?? []).length === 0;
}
