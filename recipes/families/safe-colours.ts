/** Texts in named styles, unless the environment or a flag forbids them: what the names colors was published under share. */
import { inspect } from "node:util";
import type { MemberRewrite, MemberUse } from "../../src/recipe.ts";
import { type Chain, createChalk, isStyle } from "./chalk.ts";
import { forcedOlder, hasFlag } from "./colours.ts";

/** Texts in named styles, unless the environment or a flag forbids them. */
export const colors = createChalk(allowsColours() ? 1 : 0, applyToLines);

/** Named styles are served by the helper; what else the package has is refused. */
export function refuseForeign({ members, args }: MemberUse): MemberRewrite {
  const names = members.length === 0 ? ["colors itself"] : members;
  const foreign = names.find(
    (name) => !/^bgGr[ae]y$/.test(name) && (/Bright$|^visible$/.test(name) || !isStyle(name, 4)),
  );
  if (foreign !== undefined) return { refuse: `colors has no replacement for ${foreign}` };
  if (args !== undefined) return undefined;
  return { refuse: `${members.join(".")} of colors is kept as a value, and more than a named style could follow it` };
}

/** Whether the terminal of the environment knows colours, be the program at one or not. */
function allowsColours(): boolean {
  const { env, platform } = process;
  const forced = forcedOlder();
  if (forced === 0) return false;
  if (hasFlag("color=16m", "color=full", "color=truecolor", "color=256") || platform === "win32") return true;
  const services = ["TRAVIS", "CIRCLECI", "APPVEYOR", "GITLAB_CI"];
  if ("CI" in env) return forced === 1 || services.some((name) => name in env) || env.CI_NAME === "codeship";
  if (env.TEAMCITY_VERSION !== undefined) return /^(?:9\.0*[1-9]\d*\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION);
  if (["iTerm.app", "Hyper", "Apple_Terminal"].includes(String(env.TERM_PROGRAM))) return true;
  const isColoured = /-256(?:color)?$|^screen|^xterm|^vt100|^rxvt|color|ansi|cygwin|linux/i.test(String(env.TERM));
  return isColoured || "COLORTERM" in env || forced === 1;
}

/** The texts in one, with the codes of each style around those of the next, and around each line. */
function applyToLines({ root, styles }: Chain, texts: readonly unknown[]): string {
  const all = texts.map((each) => (isText(each) ? each : inspect(each)));
  let text = all.join(" ");
  if (root.level <= 0 || text === "") return text;
  const hasLines = text.includes("\n");
  for (const [open, close] of [...styles].reverse()) {
    text = open + text.split(close).join(open) + close;
    if (hasLines) text = text.replace(/[\r\n]+/g, `${close}$&${open}`);
  }
  return text;
}

function isText(value: unknown): boolean {
  return value !== undefined && value !== null && (value as object).constructor === String;
}
