/** Runs npm scripts before and after the package whose command they call went: in trees that are the same at first. */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import semver from "semver";
import { readCatalog } from "../../../src/catalog/read.ts";
import { readProject } from "../../../src/project/read.ts";
import { plan } from "../../../src/rewrite/make-plan.ts";
import { lockOf } from "../../rewrite/fixture.ts";
import type { CommandCase } from "../effects/commands.ts";
import { type Original, root } from "./originals.ts";

/** What a run of a script leaves: its code, what it prints, and the tree. */
interface Effect {
  readonly code: number | null;
  readonly output: string;
  readonly tree: Readonly<Record<string, string>>;
}

const originals = join(root, "test", "originals", "node_modules");
const files = {
  "dist/index.js": "1",
  "dist/deep/er/a.js": "2",
  "dist space/b": "3",
  "build/x": "4",
  ".cache/y": "5",
  "ünïcode/z": "6",
  file: "7",
  old: "9",
  "kept/target": "8",
  "stop.js": "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 10000);",
  "package.json": JSON.stringify({
    private: true,
    scripts: { one: "node print.js; echo 1", two: "echo 2", fails: "exit 1", stops: "exit 3" },
  }),
  "print.js": "console.log(process.env.GREETING, process.env.OTHER, process.argv.slice(2)); process.exitCode = 3;",
};
const links = { link: "kept", dangling: "nowhere", "file-link": "file" };

/** Tries every case on one version of a package: what is not as expected, in words. */
export async function tryCommands(original: Original, cases: readonly CommandCase[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const os of new Set(cases.map((one) => one.os))) {
    const own = cases.filter((one) => one.os === os && semver.satisfies(original.version, one.versions ?? "*"));
    const results = await rewriteAll(original, own, os);
    for (const [index, one] of own.entries()) {
      const { script, refused } = results[index]!;
      const said = tryCommand(original, one, script, refused);
      if (said !== undefined) wrong.push(`${original.alias}: ${one.script} → ${refused ?? script}: ${said}`);
    }
  }
  return wrong;
}

interface Result {
  /** What the script became. */
  readonly script: string;
  /** Why it did not. */
  readonly refused: string | undefined;
}

/** All scripts in one project, where those that can be rewritten are although the package stays for the others. */
async function rewriteAll(
  original: Original,
  cases: readonly CommandCase[],
  os: readonly string[] | undefined,
): Promise<readonly Result[]> {
  const project = fs.mkdtempSync(join(tmpdir(), "shrinkdeps-scripts-"));
  try {
    const scripts = cases.map(({ script }, index) => [`script-${index}`, script]);
    const manifest = {
      private: true,
      ...(os === undefined ? {} : { os }),
      devDependencies: { [original.package]: original.version },
      scripts: Object.fromEntries(scripts),
    };
    fs.writeFileSync(join(project, "package.json"), JSON.stringify(manifest, undefined, 2));
    linkOriginal(original, join(project, "node_modules"));
    const catalog = await readCatalog([original.package]);
    const loads = catalog
      .get(original.package)
      ?.eras.find(({ versions }) => semver.satisfies(original.version, versions))?.loads;
    if (loads !== undefined && loads.size > 0)
      fs.writeFileSync(
        join(project, "package-lock.json"),
        JSON.stringify(lockOf(original.package, original.version, loads)),
      );
    const made = await plan(readProject(project), catalog, { partial: true });
    const text = made.files.find(({ path }) => path === "package.json")?.after ?? JSON.stringify(manifest);
    const after: typeof manifest = JSON.parse(text);
    const first =
      JSON.stringify(manifest, undefined, 2)
        .split("\n")
        .findIndex((line) => line.includes('"script-0"')) + 1;
    return cases.map((_, index) => {
      const usages = made.packages.flatMap((one) => one.usages).filter(({ line }) => line === first + index);
      const reasons = usages.flatMap(({ verdict }) => (verdict.kind === "refuse" ? [verdict.reason] : []));
      return { script: after.scripts[`script-${index}`] ?? "", refused: reasons.join("; ") || undefined };
    });
  } finally {
    fs.rmSync(project, { recursive: true, force: true });
  }
}

function tryCommand(
  original: Original,
  { script, expect, added = "" }: CommandCase,
  rewritten: string,
  refused: string | undefined,
): string | undefined {
  if (expect instanceof RegExp)
    return refused !== undefined && expect.test(refused) ? undefined : `is not refused for ${expect}`;
  if (refused !== undefined || rewritten === script) return "is not rewritten";
  const before = runScript(`${script} ${added}`.trim(), original);
  const after = runScript(`${rewritten} ${added}`.trim());
  const isSame = isDeepStrictEqual(before, after);
  if (expect === "same") return isSame ? undefined : `${JSON.stringify(before)} before, ${JSON.stringify(after)} after`;
  return isSame ? `does not show "${expect.note}"` : undefined;
}

/** Runs a script as npm does where there is sh, in a tree of its own, with the commands of a package or without. */
function runScript(script: string, original?: Original): Effect {
  const directory = fs.mkdtempSync(join(tmpdir(), "shrinkdeps-script-"));
  try {
    fillTree(directory);
    const modules = join(directory, "node_modules");
    if (original !== undefined) linkOriginal(original, modules);
    const path = [join(modules, ".bin"), dirname(process.execPath), process.env["PATH"]].join(delimiter);
    const { status, stdout } = spawnSync("sh", ["-c", script], {
      cwd: directory,
      encoding: "utf8",
      env: { ...process.env, PATH: path },
    });
    return { code: status, output: stdout, tree: treeOf(directory) };
  } finally {
    fs.rmSync(directory, { recursive: true, force: true });
  }
}

function fillTree(directory: string): void {
  for (const [path, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(directory, path)), { recursive: true });
    fs.writeFileSync(join(directory, path), text);
  }
  fs.utimesSync(join(directory, "old"), 1_000_000_000, 1_000_000_000);
  for (const [path, target] of Object.entries(links)) fs.symlinkSync(target, join(directory, path));
}

/** Puts an original into a node_modules by its own name, with its commands. */
export function linkOriginal(original: Original, modules: string): void {
  const home = join(originals, original.alias);
  const { bin = {} }: { readonly bin?: string | Readonly<Record<string, string>> } = JSON.parse(
    fs.readFileSync(join(home, "package.json"), "utf8"),
  );
  fs.mkdirSync(join(modules, ".bin"), { recursive: true });
  fs.symlinkSync(home, join(modules, original.package));
  for (const [name, path] of Object.entries(typeof bin === "string" ? { [original.package]: bin } : bin)) {
    const command = join(modules, ".bin", name);
    fs.writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(home, path)}" "$@"\n`, { mode: 0o755 });
  }
}

function treeOf(directory: string): Readonly<Record<string, string>> {
  const entries = fs.readdirSync(directory, { recursive: true, encoding: "utf8", withFileTypes: true });
  const found = entries.flatMap((entry): [string, string][] => {
    const path = join(entry.parentPath, entry.name).slice(directory.length + 1);
    if (/^(?:node_modules|package\.json)/.test(path)) return [];
    const stat = fs.lstatSync(join(directory, path));
    const age = stat.mtimeMs < Date.now() - 86_400_000 ? "old" : "new";
    return [[path, `${age} ${(stat.mode & 0o777).toString(8)} ${contentOf(join(directory, path), entry)}`]];
  });
  return Object.fromEntries(found.sort());
}

function contentOf(path: string, entry: fs.Dirent): string {
  if (entry.isSymbolicLink()) return `-> ${fs.readlinkSync(path)}`;
  return entry.isDirectory() ? "/" : fs.readFileSync(path, "utf8");
}
