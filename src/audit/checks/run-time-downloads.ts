/** Commands that fetch a package at the moment they run it: npx and its kin. */
import { commandsOf } from "../../analyze/tools/bins.ts";
import { type AuditedProject, defineCheck } from "../check.ts";
import type { CommandLine } from "../command-lines.ts";
import type { Finding } from "../finding.ts";

export const runTimeDownloads = defineCheck("run-time-downloads", ({ project, commands }) => {
  const own = ownCommands(project);
  // Deno holds what it fetches to the versions and hashes of this file.
  const hasDenoLock = "text" in project.disk.read("deno.lock");
  return { findings: commands.flatMap((command) => judge(command, own, hasDenoLock) ?? []) };
});

interface Runner {
  /** What comes before the package, as written: "npx", "pnpm dlx". */
  readonly name: string;
  readonly words: readonly string[];
  /** True when it fetches even what is installed. */
  readonly always: boolean;
}

function runnerOf([head = "", ...words]: readonly string[]): Runner | undefined {
  const name = head.replace(/^.*\//, "").replace(/\.cmd$/, "");
  if (name === "npx" || name === "bunx") return { name, words, always: false };
  if (name === "pnpx") return { name, words, always: true };
  const at = words.findIndex((word) => !word.startsWith("-"));
  const verb = words[at];
  const rest = [...words.slice(0, Math.max(at, 0)), ...words.slice(at + 1)];
  if (name === "npm" && (verb === "exec" || verb === "x")) return { name: "npm exec", words: rest, always: false };
  if (name === "bun" && verb === "x") return { name: "bun x", words: rest, always: false };
  if ((name === "pnpm" || name === "yarn") && verb === "dlx") return { name: `${name} dlx`, words: rest, always: true };
  if (name === "deno" && (verb === "run" || verb === "x")) return denoRunner(verb, rest);
  if (
    (name === "npm" || name === "yarn" || name === "pnpm") &&
    (verb === "create" || verb === "init") &&
    words[at + 1] !== undefined
  )
    return words[at + 1]?.startsWith("-") ? undefined : { name: `${name} ${verb}`, words: rest, always: true };
  return undefined;
}

/** `deno run npm:name`: what runs is the first word that names a module or a file. */
function denoRunner(verb: string, words: readonly string[]): Runner | undefined {
  const script = words.find((word) => /^(?:npm|jsr|https?|file):|\.[cm]?[jt]sx?$/.test(word));
  const [, spec] = /^npm:\/?((?:@[^/]+\/)?[^/]+)/.exec(script ?? "") ?? [];
  return spec === undefined ? undefined : { name: `deno ${verb}`, words: [spec], always: true };
}

const withValue = new Set([
  "-p",
  "--package",
  "-c",
  "--call",
  "-w",
  "--workspace",
  "--cache",
  "--registry",
  "--userconfig",
  "--prefix",
  "--cwd",
]);

/** What it fetches: the packages named by -p, or the first word. */
function packagesOf(words: readonly string[]): string[] {
  const named: string[] = [];
  let first: string | undefined;
  for (let index = 0; index < words.length && first === undefined; index += 1) {
    const word = words[index]!;
    if (word === "-p" || word === "--package") named.push(words[index + 1] ?? "");
    else if (word.startsWith("--package=")) named.push(word.slice("--package=".length));
    if (withValue.has(word)) index += 1;
    else if (!word.startsWith("-")) first = word;
  }
  return named.length > 0 ? named : first === undefined ? [] : [first];
}

function judge(
  command: CommandLine,
  own: ReadonlyMap<string, ReadonlySet<string>>,
  hasDenoLock: boolean,
): Omit<Finding, "check"> | undefined {
  const runner = runnerOf(command.words);
  const isDeno = runner?.name.startsWith("deno ") ?? false;
  if (runner === undefined || (isDeno && hasDenoLock)) return undefined;
  const refuses = runner.words.some((word) => /^--(?:no|no-install|offline)$/.test(word));
  const packages = packagesOf(runner.words).filter((spec) => !/^[./~]/.test(spec));
  if (packages.length === 0 || (refuses && !runner.always)) return undefined;
  const { path, line, workspace } = command;
  const advice = isDeno
    ? "commit a deno.lock, which holds it to a version and its hash"
    : "make it a devDependency at an exact version, and run it with npm exec --no";
  const place = { subject: `${runner.name} ${packages.join(" ")}`, path, line };
  const isOwn = (spec: string): boolean =>
    (own.get(workspace)?.has(spec) ?? false) || (own.get("")?.has(spec) ?? false);
  if (!runner.always && packages.every(isOwn))
    return {
      severity: "low",
      ...place,
      message: "it runs what is installed, and where that is missing fetches the newest release",
      advice: `write npm exec --no -- ${packages[0]}`,
    };
  const loose = packages.filter((spec) => !/^@?[^@]+@\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(spec));
  if (loose.length === 0)
    return {
      severity: "low",
      ...place,
      message: "it fetches an exact version when it runs; what that depends on is held by nothing",
      advice,
    };
  const isVariable = loose.some((spec) => spec.includes("$"));
  return {
    severity: isVariable ? "medium" : "high",
    ...place,
    message: isVariable
      ? "what it fetches and runs is decided when it runs"
      : `it fetches and runs the newest ${loose.join(", ")} whenever it runs`,
    advice,
  };
}

/** Commands and names of the dependencies of each workspace, by its directory. */
export function ownCommands(project: AuditedProject): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    project.manifests.map(({ directory, dependencies }) => [
      directory,
      new Set(dependencies.flatMap(({ name }) => [name, ...commandsOf(project.disk, name, directory)])),
    ]),
  );
}
