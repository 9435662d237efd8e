/** `npx tool` becomes `npx --no tool`, which runs what the lockfile holds or fails, and the manifest lists the tool. */
import isSatisfied from "semver/functions/satisfies.js";
import { isRecord } from "../../project/manifest.ts";
import type { Project } from "../../project/project.ts";
import { ownCommands } from "../checks/run-time-downloads.ts";
import type { CommandLine } from "../command-lines.ts";
import type { Decision, Fix } from "./fix.ts";
import type { NpmLockfile } from "./npm-lockfile.ts";
import { earlierInJob, installsAll, notInRoot } from "./workflow.ts";
import { rawWord } from "./words.ts";

export function localTools(
  project: Project,
  lockfile: NpmLockfile | string,
  commands: readonly CommandLine[],
): Decision[] {
  const own = ownCommands(project);
  return commands.flatMap((command): Decision[] => {
    const [head = "", ...rest] = command.words;
    if (head !== "npx" || rest.some((word) => /^--(?:no|no-install|offline)$/.test(word))) return [];
    const at = command.words.findIndex((word, index) => index > 0 && !word.startsWith("-"));
    const spec = command.words[at] ?? "";
    if (spec === "" || /^[./~]/.test(spec)) return [];
    const { path, line } = command;
    const before = `npx ${command.words.slice(1, at + 1).join(" ")}`;
    const made = decide(project, lockfile, command, commands, at, own);
    if (typeof made === "string") return [{ left: { kind: "local-tool", path, line, subject: before, reason: made } }];
    return [{ fix: { kind: "local-tool", path, line, before, ...made } }];
  });
}

type Made = Pick<Extract<Fix, { kind: "local-tool" }>, "after" | "replacements" | "adds">;

/** The fix, or what speaks against it. `at` is the index of the word that names the package. */
function decide(
  project: Project,
  lockfile: NpmLockfile | string,
  command: CommandLine,
  commands: readonly CommandLine[],
  at: number,
  own: ReadonlyMap<string, ReadonlySet<string>>,
): Made | string {
  if (typeof lockfile === "string") return lockfile;
  const [name = "", wanted] = splitSpec(command.words[at] ?? "");
  if (name.includes("$")) return "what it runs is decided when it runs";
  const flags = command.words.slice(1, at);
  const other = flags.find((flag) => flag !== "-y" && flag !== "--yes");
  if (other !== undefined) return `with ${other} it says otherwise what to fetch: write npm exec --no yourself`;
  if (flags.length > 1) return "its flags repeat";
  const notThere = whyNotInstalled(project, command, commands);
  if (notThere !== undefined) return notThere;
  const isListed = own.get(command.workspace)?.has(name) === true || own.get("")?.has(name) === true;
  const found = isListed ? undefined : findTool(lockfile, name, command.workspace);
  if (typeof found === "string") return found;
  if (wanted !== undefined) {
    const version = found?.version ?? versionAt(lockfile, command.workspace, name);
    if (version === undefined) return `which version of ${name} is installed is not known`;
    if (!isSatisfied(version, wanted)) return `it asks for ${name}@${wanted}, and the lockfile holds ${version}`;
  }
  const words = [command.texts[flags.length === 1 ? 1 : 0], command.texts[at]].map((text) =>
    text === undefined ? undefined : rawWord(project.disk, command.path, text),
  );
  const [first, last] = words;
  if (first === undefined || last === undefined) return "its words are quoted or escaped: write npx --no yourself";
  const insertion =
    flags.length === 1 ? { ...first, text: "--no" } : { start: first.end, end: first.end, text: " --no" };
  return {
    after: `npx --no ${name}`,
    replacements: wanted === undefined ? [insertion] : [insertion, { ...last, text: name }],
    adds: found,
  };
}

/** "@scope/tool@1.2.0" in its two parts. */
function splitSpec(spec: string): readonly [name: string, wanted?: string] {
  const at = spec.indexOf("@", 1);
  return at < 0 ? [spec] : [spec.slice(0, at), spec.slice(at + 1)];
}

/** Where packages are not known to be installed when it runs, `--no` could only fail. */
function whyNotInstalled(
  { disk }: Project,
  command: CommandLine,
  commands: readonly CommandLine[],
): string | undefined {
  if (command.runsIn === "script" || command.runsIn === "hook") return undefined;
  if (command.runsIn !== "workflow") return "whether the packages are installed where it runs is not known";
  const elsewhere = notInRoot(disk, command);
  if (elsewhere !== undefined) return `${elsewhere}, so what is installed there is not known`;
  const installs = earlierInJob(command, commands).filter(installsAll);
  if (installs.some((earlier) => notInRoot(disk, earlier) === undefined)) return undefined;
  return "its job installs nothing before it, so the tool would not be there: add npm ci";
}

function versionAt({ packages }: NpmLockfile, workspace: string, name: string): string | undefined {
  const places = [...(workspace === "" ? [] : [`${workspace}/node_modules/${name}`]), `node_modules/${name}`];
  const entry = places.map((place) => packages[place]).find(isRecord);
  return typeof entry?.version === "string" ? entry.version : undefined;
}

/** A tool that is in the tree because another package brings it: its version, or why it cannot simply be listed. */
function findTool(
  { packages, path, version: lockVersion }: NpmLockfile,
  name: string,
  workspace: string,
): { readonly name: string; readonly version: string } | string {
  const install = `npm install --save-dev --save-exact ${name}`;
  if (lockVersion < 2) return `${path} is of version 1, which does not tell commands: run \`${install}\``;
  if (workspace !== "") return `no manifest lists ${name}: run \`${install} --workspace ${workspace}\``;
  const entry = packages[`node_modules/${name}`];
  if (!isRecord(entry) || typeof entry.version !== "string")
    return `${path} does not hold ${name}: run \`${install}\`, which needs the network`;
  const bin = isRecord(entry.bin) ? Object.keys(entry.bin) : [];
  if (bin.length !== 1 && !bin.includes(name.replace(/^.*\//, ""))) return `${name} has no command of that name`;
  // A new reason for them to be there changes the flags of everything below; of the others it changes none.
  if (["optional", "devOptional", "peer", "link", "inBundle"].some((flag) => entry[flag] === true))
    return `${name} is an optional or peer package in ${path}: run \`${install}\``;
  // npm may be told to leave out `resolved` for what comes from the registry.
  const isRegistry = entry.resolved === undefined || /^https?:/.test(String(entry.resolved));
  if (!isRegistry || typeof entry.integrity !== "string")
    return `${path} does not say where ${name} is from: run \`${install}\``;
  return { name, version: entry.version };
}
