/** Environments in which packages decide on colour, and the packages that do. */
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import semver from "semver";
import { listOriginals } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import type { Asked, ColourCall, Subject } from "./terminal.ts";

export interface Terminal {
  readonly env: Readonly<Record<string, string>>;
  readonly flags?: readonly string[];
  readonly isTerminal: boolean;
}

const variables: readonly Readonly<Record<string, string>>[] = [
  {},
  { TERM: "xterm" },
  { TERM: "xterm-256color" },
  { TERM: "dumb" },
  { TERM: "unknown" },
  { TERM: "unknown", COLORTERM: "1" },
  { TERM: "unknown", COLORTERM: "truecolor" },
  { TERM: "xterm-kitty" },
  { TERM: "unknown", TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.4.1" },
  { TERM: "unknown", TERM_PROGRAM: "iTerm.app" },
  { TERM: "unknown", TERM_PROGRAM: "Apple_Terminal" },
  { TERM: "xterm", CI: "true" },
  { TERM: "xterm", CI: "" },
  { CI: "1", TRAVIS: "1" },
  { CI: "1", GITHUB_ACTIONS: "true" },
  { CI: "1", GITLAB_CI: "1" },
  { CI: "1", CIRCLECI: "1" },
  { CI: "1", DRONE: "1" },
  { CI: "1", CI_NAME: "codeship" },
  { TEAMCITY_VERSION: "9.0.5 (build 32523)" },
  { TEAMCITY_VERSION: "8.0.0 (build 32523)" },
  { TEAMCITY_VERSION: "2023.1" },
  { NO_COLOR: "1", TERM: "xterm" },
  { NO_COLOR: "", TERM: "xterm" },
  { NODE_DISABLE_COLORS: "1", TERM: "xterm" },
  ...["", "0", "1", "2", "3", "4", "true", "false", "yes", "-1", "0x1"].map((FORCE_COLOR) => ({
    FORCE_COLOR,
    TERM: "xterm",
  })),
  { FORCE_COLOR: "1", NO_COLOR: "1" },
  { FORCE_COLOR: "1", TERM: "dumb" },
];

const flags: readonly (readonly string[])[] = [
  ["--color"],
  ["--no-color"],
  ["--color=false"],
  ["--color=never"],
  ["--color=always"],
  ["--color=256"],
  ["--color=16m"],
  ["--", "--no-color"],
  ["--", "--color"],
  ["--no-color", "--color"],
];

export const colourPackages = [
  "@colors/colors",
  "ansi-colors",
  "chalk",
  "colorette",
  "colors",
  "kleur",
  "picocolors",
  "supports-color",
  "yoctocolors",
];

/** Every environment without flags, and every flag in a few environments; with a terminal and without. */
export const terminals: readonly Terminal[] = [true, false].flatMap((isTerminal) => [
  ...variables.map((env) => ({ env, isTerminal })),
  ...flags.map((each) => ({ env: { TERM: "xterm" }, flags: each, isTerminal })),
  { env: { TERM: "xterm", FORCE_COLOR: "0" }, flags: ["--color"], isTerminal },
  { env: { TERM: "xterm", FORCE_COLOR: "3" }, flags: ["--no-color"], isTerminal },
]);

const colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
const modifiers = ["reset", "bold", "dim", "italic", "underline", "inverse", "hidden", "strikethrough", "visible"];
const backgrounds = colours.map((name) => `bg${name.charAt(0).toUpperCase()}${name.slice(1)}`);
const bright = [...colours, ...backgrounds].map((name) => `${name}Bright`);
const style = fc.constantFrom(...colours, ...modifiers, ...backgrounds, ...bright, "gray", "grey");
const codes = ["\u001B[31m", "\u001B[39m", "\u001B[22m", "\u001B[1m", "\u001B[49m", "\u001B[0m"];
const piece = fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r", "$&", ...codes));
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
const odd = fc.constantFrom<unknown>(5, -0, null, undefined, true, 10n, [1, "2"], [], {});
const value = fc.oneof<fc.MaybeWeightedArbitrary<unknown>[]>({ weight: 5, arbitrary: text }, odd);
const call = fc.record({ styles: fc.array(style, { maxLength: 4 }), args: fc.array(value, { maxLength: 3 }) });

/** Calls of chains and functions: styles in one another, line breaks, codes in the text, what is no text. */
export function sampleCalls(count: number): ColourCall[] {
  return fc.sample(call, { seed: 20_261_122, numRuns: count });
}

/** Each installed version of the packages, with the era that speaks for it. */
export async function subjectsOf(...names: readonly string[]): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const name of names) {
    const eras = await loadRecipe(name);
    for (const original of listOriginals().filter((each) => each.package === name)) {
      const era = eras.findIndex((each) => semver.satisfies(original.version, each.versions));
      const shape = eras[era]?.require ?? ("default" in (eras[era]?.exports ?? {}) ? "default" : "namespace");
      if (era >= 0) subjects.push({ ...original, era, shape });
    }
  }
  return subjects;
}

/** What differs between the packages and their replacements in a terminal. */
export async function differencesIn(
  terminal: Terminal,
  subjects: readonly Subject[],
  calls: readonly ColourCall[],
): Promise<string[]> {
  const asked: Asked = { subjects, isTerminal: terminal.isTerminal, calls };
  const worker = new Worker(new URL("terminal.js", import.meta.url), {
    workerData: asked,
    env: { PATH: process.env["PATH"] ?? "", ...terminal.env },
    argv: [...(terminal.flags ?? [])],
    stdout: true,
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
