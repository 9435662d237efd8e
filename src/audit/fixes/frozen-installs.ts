/** `npm install` becomes `npm ci` in a workflow, where that installs the same by the lockfile. */
import isLower from "semver/functions/lt.js";
import type { Project } from "../../project/project.ts";
import { npmInstall, operandsOf } from "../checks/install-commands.ts";
import type { CommandLine } from "../command-lines.ts";
import type { Decision, Fix, LeftAlone } from "./fix.ts";
import type { NpmLockfile } from "./npm-lockfile.ts";
import { changesManifests, earlierInJob, lowestNode, notInRoot } from "./workflow.ts";
import { rawWord } from "./words.ts";

/** Flags that mean the same to both. */
const shared =
  /^(?:--ignore-scripts(?:=true)?|--no-audit|--audit=false|--no-fund|--fund=false|--prefer-offline|--omit=\w+|--include=\w+|--production|--legacy-peer-deps|--loglevel=\w+|--silent|-s|--quiet|-q|--verbose|--no-progress|--progress=false|--no-update-notifier|--foreground-scripts)$/;

/** The first npm that knows `npm ci` came with it. */
const firstNode = "10.3.0";

export function frozenInstalls(
  project: Project,
  lockfile: NpmLockfile | string,
  commands: readonly CommandLine[],
): Decision[] {
  return commands.flatMap((command): Decision[] => {
    const [head, ...rest] = command.words;
    const [verb = "", ...packages] = operandsOf(rest);
    if (command.runsIn !== "workflow" || head !== "npm" || !npmInstall.has(verb) || packages.length > 0) return [];
    const { path, line } = command;
    const before = command.words.join(" ");
    const reason = whyNot(project, lockfile, command, commands);
    const word = command.texts[command.words.indexOf(verb)];
    const place = word === undefined ? undefined : rawWord(project.disk, path, word);
    if (reason !== undefined || place === undefined) {
      const left: LeftAlone = {
        kind: "frozen-install",
        path,
        line,
        subject: before,
        reason: reason ?? "its words are quoted or escaped: write npm ci yourself",
      };
      return [{ left }];
    }
    const fix: Fix = { kind: "frozen-install", path, line, before, replacements: [{ ...place, text: "ci" }] };
    return [{ fix }];
  });
}

function whyNot(
  project: Project,
  lockfile: NpmLockfile | string,
  command: CommandLine,
  commands: readonly CommandLine[],
): string | undefined {
  if (typeof lockfile === "string") return lockfile;
  const flag = command.words.slice(1).find((word) => word.startsWith("-") && !shared.test(word));
  if (flag !== undefined) return `npm ci may not take ${flag} as npm install does`;
  const elsewhere = notInRoot(project.disk, command);
  if (elsewhere !== undefined) return `${elsewhere}: see whether a lockfile is there, and write npm ci yourself`;
  const earlier = earlierInJob(command, commands).find(changesManifests);
  if (earlier !== undefined)
    return `line ${earlier.line} may change what is to be installed, and npm ci refuses what the lockfile does not say`;
  const old = project.manifests.find(({ floor }) => floor.node !== undefined && isLower(floor.node, firstNode));
  if (old !== undefined) return `Node ${old.floor.node} (${old.floor.source}) comes with an npm that has no npm ci`;
  // The npm of older Nodes takes a lockfile of version 3 for an empty one, which npm install mends and npm ci refuses.
  const needed = lockfile.version >= 3 ? 16 : 12;
  const lowest = lowestNode(project.disk, command.path);
  if (lowest !== undefined && lowest < needed)
    return `${command.path} names Node ${lowest}, whose npm cannot install by a lockfile of version ${lockfile.version}`;
  return undefined;
}
