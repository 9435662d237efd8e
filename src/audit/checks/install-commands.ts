/** Commands that install something else than what the lockfile says. */
import { type AuditContext, defineCheck } from "../check.ts";
import type { CommandLine } from "../command-lines.ts";
import type { Finding } from "../finding.ts";

export const installCommands = defineCheck("install-commands", (context) => ({
  findings: context.commands.flatMap((command) => judge(context, command) ?? []),
  unknown: context.commands.some(({ runsIn }) => runsIn === "workflow")
    ? ["what composite actions, reusable workflows and images install: they are not followed"]
    : [],
}));

/** Options of npm that take a value of their own. */
const valued = new Set([
  "--prefix",
  "-C",
  "--workspace",
  "-w",
  "--registry",
  "--omit",
  "--include",
  "--loglevel",
  "--cwd",
  "--filter",
  "-F",
  "--network-timeout",
  "--cache",
  "--tag",
]);
/** Every spelling of `npm install`. */
export const npmInstall: ReadonlySet<string> = new Set(
  "install i in ins inst insta instal isnt isnta isntal add".split(" "),
);

function judge(context: AuditContext, command: CommandLine): Omit<Finding, "check"> | undefined {
  const [manager = "", ...rest] = command.words;
  const words = operandsOf(rest);
  const [verb, ...packages] = words;
  const flags = new Set(rest.filter((word) => word.startsWith("-")));
  // What a person runs by hand is theirs to say; a machine is to follow the lockfile.
  const isMachine = command.runsIn !== "script";
  if (manager === "npm" && verb !== undefined && npmInstall.has(verb))
    return packages.length > 0
      ? adds(command, packages, flags)
      : isMachine
        ? resolvesAnew(command, "npm ci")
        : undefined;
  if (!isMachine) return undefined;
  if (manager === "npm" && (verb === "it" || verb === "install-test") && packages.length === 0)
    return resolvesAnew(command, "npm install-ci-test");
  if (
    manager === "yarn" &&
    (verb === undefined || verb === "install") &&
    ![...flags].some((flag) => /^--(?:version|help|cwd)/.test(flag) && verb === undefined)
  )
    return judgeYarn(context, command, flags);
  if (manager === "pnpm" && (verb === "install" || verb === "i") && packages.length === 0) {
    if (flags.has("--no-frozen-lockfile")) return resolvesAnew(command, "pnpm install --frozen-lockfile");
    // pnpm holds to the lockfile by itself where CI is set, which an image's build does not do.
    const isFrozen = flags.has("--frozen-lockfile") || command.runsIn === "workflow";
    return isFrozen ? undefined : resolvesAnew(command, "pnpm install --frozen-lockfile", "low");
  }
  if (manager === "bun" && (verb === "install" || verb === "i") && packages.length === 0)
    return flags.has("--frozen-lockfile") ? undefined : resolvesAnew(command, "bun install --frozen-lockfile");
  return undefined;
}

function judgeYarn(
  { graph, project }: AuditContext,
  command: CommandLine,
  flags: ReadonlySet<string>,
): Omit<Finding, "check"> | undefined {
  if (flags.has("--frozen-lockfile") || flags.has("--immutable") || flags.has("--pure-lockfile")) return undefined;
  const named = project.manifests[0]?.json.packageManager;
  const isBerry = (typeof named === "string" && /^yarn@[2-9]/.test(named)) || project.disk.exists(".yarnrc.yml");
  if (!isBerry) return graph?.manager === "yarn" ? resolvesAnew(command, "yarn install --frozen-lockfile") : undefined;
  if (flags.has("--no-immutable")) return resolvesAnew(command, "yarn install --immutable");
  return command.runsIn === "dockerfile" ? resolvesAnew(command, "yarn install --immutable", "low") : undefined;
}

function resolvesAnew(
  command: CommandLine,
  better: string,
  severity: Finding["severity"] = "medium",
): Omit<Finding, "check"> {
  const { path, line, words } = command;
  return {
    severity,
    subject: words.join(" "),
    path,
    line,
    message: "it may install another tree than the lockfile's, and change the lockfile",
    advice: `use ${better}`,
  };
}

/** `npm install <package>` in a script, a workflow or an image: it is resolved when that runs. */
function adds(
  { path, line, words }: CommandLine,
  packages: readonly string[],
  flags: ReadonlySet<string>,
): Omit<Finding, "check"> | undefined {
  const remote = packages.filter((spec) => !/^(?:\.|\/|~|file:)|\.tgz$/.test(spec));
  const loose = remote.filter((spec) => !/^@?[^@]+@\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(spec));
  if (remote.length === 0) return undefined;
  const isVariable = loose.some((spec) => spec.includes("$"));
  const isGlobal = flags.has("-g") || flags.has("--global") || flags.has("--location=global");
  return {
    severity: loose.length > 0 ? "medium" : "low",
    subject: words.join(" "),
    path,
    line,
    message:
      loose.length > 0
        ? isVariable
          ? "what it installs is decided when it runs"
          : `it installs the newest ${loose.join(", ")} at the time it runs`
        : "it installs packages past the lockfile; an exact version does not hold what they depend on",
    advice:
      isGlobal && remote.every((spec) => /^npm(?:@|$)/.test(spec))
        ? "name the exact version"
        : "make it a devDependency at an exact version",
  };
}

/** The words that are no flags and no values of flags. */
export function operandsOf(words: readonly string[]): string[] {
  return words.filter((word, index) => !word.startsWith("-") && !valued.has(words[index - 1] ?? ""));
}
