import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { installOriginals, listOriginals, root } from "../proof/originals.ts";

before(installOriginals);

/** A machine: its platform, the release of its kernel, and the files it has. */
interface Machine {
  readonly platform: string;
  readonly release: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

const kernels: readonly (readonly [release: string, version: string | undefined])[] = [
  ["6.8.0-generic", "Linux version 6.8.0 (buildd)"],
  ["6.8.0-generic", undefined],
  ["4.4.0-19041-Microsoft", "Linux version 4.4.0 (Microsoft)"],
  ["5.15.0-microsoft-standard-WSL2", "Linux version 5.15.0 (oe-user@oe-host)"],
  ["6.1.0-custom", "Linux version 6.1.0 (root@MICROSOFT)"],
  ["6.1.0-custom", "Linux version 6.1.0 (Microsoft@WSL.com)"],
  ["6.1.0-micro", "soft"],
];

const traces: readonly Readonly<Record<string, string>>[] = [
  {},
  { "/.dockerenv": "" },
  { "/proc/self/cgroup": "12:devices:/docker/3601745b3bd5" },
  { "/proc/self/cgroup": "0::/user.slice" },
  { "/proc/self/mountinfo": "1 2 /var/lib/docker/containers/36/hostname" },
  { "/run/.containerenv": "" },
  { "/proc/sys/fs/binfmt_misc/WSLInterop": "enabled" },
  { "/run/WSL": "" },
  { "/run/WSL": "", "/run/.containerenv": "" },
  { "/run/WSL": "", "/.dockerenv": "" },
];

const kernel = kernels[0] as (typeof kernels)[number];

/** Every kernel without traces and with some, every trace with a kernel of Linux and one of Microsoft, and other systems. */
const machines: readonly Machine[] = [
  ...kernels.flatMap((each) => [0, 1, 7].map((at) => machineOf("linux", each, traces[at]))),
  ...traces.flatMap((files) => [0, 3].map((at) => machineOf("linux", kernels[at], files))),
  machineOf("win32", kernels[2], traces[7]),
  machineOf("darwin", kernel, traces[1]),
];

function machineOf(
  platform: string,
  [release, version] = kernel,
  files: Readonly<Record<string, string>> = {},
): Machine {
  return { platform, release, files: version === undefined ? files : { ...files, "/proc/version": version } };
}

/** What modules export by default, and give when called, on a machine: each module fresh for it. */
function answersOn(machine: Machine, modules: readonly string[]): unknown {
  const script = `
    import fs from "node:fs";
    import os from "node:os";
    import { syncBuiltinESMExports } from "node:module";
    const { platform, release, files } = ${JSON.stringify(machine)};
    const none = (path) => { throw Object.assign(new Error("ENOENT: " + path), { code: "ENOENT" }); };
    const { readFileSync, statSync } = fs;
    const isFaked = (path) => /^\\/(?:proc\\/(?:version|self)|proc\\/sys\\/fs|run\\/|\\.dockerenv)/.test(path);
    fs.readFileSync = (path, ...rest) => isFaked(String(path)) ? files[path] ?? none(path) : readFileSync(path, ...rest);
    fs.statSync = (path, ...rest) => isFaked(String(path)) ? (path in files ? {} : none(path)) : statSync(path, ...rest);
    fs.existsSync = (path) => path in files;
    os.release = () => release;
    Object.defineProperty(process, "platform", { value: platform });
    syncBuiltinESMExports();
    const answers = [];
    for (const [url, era] of ${JSON.stringify(modules.map(addressOf))}) {
      const module = (await import(url)).default;
      const value = era === undefined ? module : module[era].exports.default;
      answers.push(typeof value === "function" ? [value(), value()] : value);
    }
    console.log(JSON.stringify(answers));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", ...machine.env },
  });
  assert.equal(run.status, 0, run.stderr);
  return JSON.parse(run.stdout);
}

function addressOf(module: string): readonly string[] {
  const [file = "", ...era] = module.split("#");
  return [pathToFileURL(path.join(root, file)).href, ...era];
}

/** The originals of a package with the eras of its recipe that stand for them. */
const eras: Readonly<Record<string, readonly (readonly [version: string, era: number])[]>> = {
  "is-docker": [
    ["1.1.0", 0],
    ["3.0.0", 0],
    ["4.0.0", 1],
  ],
  "is-inside-container": [["1.0.0", 0]],
  "is-wsl": [
    ["1.1.0", 0],
    ["2.0.0", 0],
    ["2.2.0", 1],
    ["3.0.0", 1],
    ["3.1.0", 2],
    ["3.1.1", 3],
  ],
};

const subjects = listOriginals().flatMap((each) => {
  const era = eras[each.package]?.find(([version]) => version === each.version)?.[1];
  if (era === undefined) return [];
  const file = `test/originals/node_modules/${each.alias}/index.js`;
  return [{ ...each, file, recipe: `dist/recipes/${each.package}.js#${era}` }];
});

test("what is found of containers and of Windows under Linux is what the packages find, on every machine", () => {
  assert.equal(subjects.length, Object.values(eras).flat().length);
  const seen = new Set<string>();
  for (const machine of machines) {
    const answers = answersOn(
      machine,
      subjects.flatMap((each) => [each.file, each.recipe]),
    ) as readonly unknown[];
    const originals = answers.filter((_, index) => index % 2 === 0);
    const replacements = answers.filter((_, index) => index % 2 === 1);
    assert.deepEqual(
      replacements,
      originals,
      JSON.stringify({ machine, subjects: subjects.map((each) => each.alias) }),
    );
    for (const [index, { alias }] of subjects.entries()) seen.add(`${alias} ${JSON.stringify(originals[index])}`);
  }
  // Each of them has been true somewhere and false somewhere.
  assert.equal(seen.size, subjects.length * 2);
});

test("With __IS_WSL_TEST__ in the environment it is the answer still, where the package is a function.", () => {
  const machine = { ...machineOf("win32"), env: { __IS_WSL_TEST__: "1" } };
  const wsl = subjects.filter((each) => each.package === "is-wsl");
  const answers = (files: readonly string[]): unknown => answersOn(machine, files);
  assert.deepEqual(
    answers(wsl.map((each) => each.file)),
    wsl.map(() => [false, false]),
  );
  assert.deepEqual(
    answers(wsl.map((each) => each.recipe)),
    wsl.map(() => false),
  );
});
