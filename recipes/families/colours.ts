/** How terminals tell which colours they show, as the packages for it ask: 0 for none, 1 for 16, 2 for 256, 3 for all. */
import { release } from "node:os";

/** Whether the program was started with one of these flags, before any `--`. */
export function hasFlag(...names: string[]): boolean {
  const { argv } = process;
  const end = argv.indexOf("--");
  const flags = end === -1 ? argv : argv.slice(0, end);
  return names.some((name) => flags.includes(`--${name}`));
}

/** What the flags ask for: undefined when they say nothing. */
function levelOfFlags(): number | undefined {
  if (hasFlag("no-color", "no-colors", "color=false", "color=never")) return 0;
  return hasFlag("color", "colors", "color=true", "color=always") ? 1 : undefined;
}

/** What FORCE_COLOR and the flags ask for: undefined when they say nothing. */
export function forcedLevel(): number | undefined {
  const { FORCE_COLOR: asked } = process.env;
  if (asked === undefined) return levelOfFlags();
  if (asked === "true" || asked === "") return 1;
  return asked === "false" ? 0 : Math.min(Number.parseInt(asked, 10), 3);
}

/** What FORCE_COLOR and the flags ask for: a value of FORCE_COLOR that is no level says nothing. */
export function forcedLevelStrictly(): number | undefined {
  const forced = forcedLevel();
  return Number.isNaN(forced) || (forced || 0) < 0 ? levelOfFlags() : forced;
}

/** Whether FORCE_COLOR and the flags ask for colours, as older packages read them: any text but a number that is 0. */
export function forcedOlder(): number | undefined {
  const { FORCE_COLOR: asked } = process.env;
  if (asked !== undefined) return asked === "" || Number.parseInt(asked, 10) !== 0 ? 1 : 0;
  if (hasFlag("no-color", "no-colors", "color=false")) return 0;
  return hasFlag("color", "colors", "color=true", "color=always") ? 1 : undefined;
}

/** The colours of a stream, with the CI services that show them. */
export function levelOf(isTerminal: boolean, forced: number | undefined, services: readonly string[]): number {
  if (forced === 0) return 0;
  if (hasFlag("color=16m", "color=full", "color=truecolor")) return 3;
  if (hasFlag("color=256")) return 2;
  if (!isTerminal && forced === undefined) return 0;
  const { env } = process;
  const least = forced || 0;
  if (env.TERM === "dumb") return least;
  if (process.platform === "win32") return levelOfWindows();
  if ("CI" in env) return services.some((name) => name in env) || env.CI_NAME === "codeship" ? 1 : least;
  return env.TEAMCITY_VERSION !== undefined ? levelOfTeamCity(env.TEAMCITY_VERSION) : levelOfTerminal(least, []);
}

/** The colours of a stream, by the terminals and CI services of today. */
export function levelOfToday(isTerminal: boolean, forced: number | undefined): number {
  if (forced === 0) return 0;
  if (hasFlag("color=16m", "color=full", "color=truecolor")) return 3;
  if (hasFlag("color=256")) return 2;
  const { env } = process;
  if ("TF_BUILD" in env && "AGENT_NAME" in env) return 1;
  if (!isTerminal && forced === undefined) return 0;
  const least = forced || 0;
  if (env.TERM === "dumb") return least;
  if (process.platform === "win32") return levelOfWindows();
  if ("CI" in env) {
    if (["GITHUB_ACTIONS", "GITEA_ACTIONS", "CIRCLECI"].some((name) => name in env)) return 3;
    const services = ["TRAVIS", "APPVEYOR", "GITLAB_CI", "BUILDKITE", "DRONE"];
    return services.some((name) => name in env) || env.CI_NAME === "codeship" ? 1 : least;
  }
  if (env.TEAMCITY_VERSION !== undefined) return levelOfTeamCity(env.TEAMCITY_VERSION);
  return levelOfTerminal(least, ["xterm-kitty", "xterm-ghostty", "wezterm"]);
}

/** The colours by the name of the terminal; `full` are those that show all. */
export function levelOfTerminal(least: number, full: readonly string[]): number {
  const { env } = process;
  const term = String(env.TERM);
  if (env.COLORTERM === "truecolor" || full.includes(term)) return 3;
  if (env.TERM_PROGRAM === "iTerm.app") return Number.parseInt(env.TERM_PROGRAM_VERSION || "", 10) >= 3 ? 3 : 2;
  if (env.TERM_PROGRAM === "Apple_Terminal" || /-256(?:color)?$/i.test(term)) return 2;
  const isColoured = /^(?:screen|xterm|vt100|vt220|rxvt)|color|ansi|cygwin|linux/i.test(term);
  return isColoured || "COLORTERM" in env ? 1 : least;
}

export function levelOfTeamCity(version: string): number {
  return /^(?:9\.0*[1-9]\d*\.|\d{2,}\.)/.test(version) ? 1 : 0;
}

export function levelOfWindows(): number {
  const [major, , build] = release().split(".").map(Number);
  if (!(Number(major) >= 10 && Number(build) >= 10586)) return 1;
  return Number(build) >= 14931 ? 3 : 2;
}
