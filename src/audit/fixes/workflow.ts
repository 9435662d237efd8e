/** What a step of a GitHub workflow finds when it runs, as far as its file tells. */
import { yamlTokens } from "../../analyze/tools/yaml.ts";
import { lineAndColumn } from "../../project/lines.ts";
import type { Disk } from "../../project/project.ts";
import { npmInstall, operandsOf } from "../checks/install-commands.ts";
import type { CommandLine } from "../command-lines.ts";

/** Why it is not known to run in the project's root; undefined when it is. */
export function notInRoot(disk: Disk, command: CommandLine): string | undefined {
  const { path, keys, whole } = command;
  if (!path.startsWith(".github/workflows/") || keys[0] !== "jobs" || keys[2] !== "steps")
    return "only the steps of GitHub's workflows are followed";
  if (/(?:^|[\s;&|(])(?:cd|pushd)\s/.test(whole)) return "the step changes its directory";
  const file = disk.read(path);
  const text = "text" in file ? file.text : "";
  const settings = yamlTokens(text).filter(({ isKey, value }) => isKey && value === "working-directory");
  const isOf = (place: "job" | "step"): boolean =>
    settings.some(({ path: above, offsets }) => {
      if (above[0] !== "jobs") return place === "job";
      if (above[1] !== keys[1] || (above[2] === "steps") !== (place === "step")) return false;
      return place === "job" || isInStep(text, lineAndColumn(text, offsets[0]!).line, command.line);
    });
  if (isOf("step")) return "the step sets a working-directory";
  return isOf("job") ? "its job sets a working-directory" : undefined;
}

/** True when both lines of a workflow, counted from 1, belong to one item of the list of steps. */
function isInStep(text: string, one: number, other: number): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const indent = (line: string): number => line.search(/\S/);
  const steps = lines.slice(0, first).findLastIndex((line) => /^\s*(?:-\s+)?["']?steps["']?\s*:/.test(line));
  const item = lines.slice(steps + 1).find((line) => /^\s*-(?:\s|$)/.test(line));
  // What a block scalar holds is indented further than the dash of its item.
  return (
    item === undefined ||
    !lines.slice(first, last).some((line) => indent(line) === indent(item) && /^\s*-(?:\s|$)/.test(line))
  );
}

/** The lowest major version of Node that a workflow names anywhere ("node-version: [14, 20]"); undefined when it names none. */
export function lowestNode(disk: Disk, path: string): number | undefined {
  const file = disk.read(path);
  const named = yamlTokens("text" in file ? file.text : "").flatMap(({ isKey, value, path: above }) =>
    !isKey && /node/i.test(above.at(-1) ?? "") ? [/^v?(\d+)(?:\.|$)/.exec(value)?.[1]] : [],
  );
  const majors = named.flatMap((major) => (major === undefined ? [] : [Number(major)]));
  return majors.length === 0 ? undefined : Math.min(...majors);
}

/** The commands of the same job that stand before it. */
export function earlierInJob(command: CommandLine, commands: readonly CommandLine[]): readonly CommandLine[] {
  const before = commands.slice(0, commands.indexOf(command));
  return before.filter(({ path, keys }) => path === command.path && keys[1] === command.keys[1]);
}

const changing = new Set([
  "version",
  "pkg",
  "update",
  "up",
  "upgrade",
  "uninstall",
  "remove",
  "rm",
  "dedupe",
  "shrinkwrap",
]);

/** True for a command after which manifest or lockfile may be others than those that are committed. */
export function changesManifests({ words }: CommandLine): boolean {
  const [head = "", ...rest] = words;
  if (words.some((word) => /(?:^|\/)(?:package|package-lock|npm-shrinkwrap)\.json\b/.test(word))) return true;
  if (/^(?:npx|ncu|npm-check-updates|lerna)$/.test(head) && /ncu|npm-check-updates|lerna/.test(words.join(" ")))
    return true;
  if (head !== "npm") return false;
  const [verb = "", ...operands] = operandsOf(rest);
  return (
    changing.has(verb) ||
    (npmInstall.has(verb) && operands.length > 0 && !rest.includes("-g") && !rest.includes("--global"))
  );
}

/** True for a command that installs what the project lists. */
export function installsAll({ words }: CommandLine): boolean {
  const [head = "", ...rest] = words;
  const [verb = "", ...operands] = operandsOf(rest);
  if (head === "npm") return operands.length === 0 && (npmInstall.has(verb) || /^(?:ci|clean-install|ic)$/.test(verb));
  return false;
}
