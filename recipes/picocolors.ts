import { isatty } from "node:tty";
import { defineRecipe } from "../src/recipe.ts";

/** Whether the terminal shows colours: asked once, when the program starts. */
const isColorSupported = decide();

/** Whether the terminal shows colours: asked once, when the program starts. */
const wasColorSupported = decideByPresence();

const styles = {
  /** A text in the terminal's own style. */
  reset: (...texts: unknown[]) => paint(0, 0, texts),
  /** A text in bold. */
  bold: (...texts: unknown[]) => paint(1, 22, texts),
  /** A text dimmed. */
  dim: (...texts: unknown[]) => paint(2, 22, texts),
  /** A text in italics. */
  italic: (...texts: unknown[]) => paint(3, 23, texts),
  /** A text underlined. */
  underline: (...texts: unknown[]) => paint(4, 24, texts),
  /** A text with its colours exchanged. */
  inverse: (...texts: unknown[]) => paint(7, 27, texts),
  /** A text hidden. */
  hidden: (...texts: unknown[]) => paint(8, 28, texts),
  /** A text struck through. */
  strikethrough: (...texts: unknown[]) => paint(9, 29, texts),
  /** A text in black. */
  black: (...texts: unknown[]) => paint(30, 39, texts),
  /** A text in red. */
  red: (...texts: unknown[]) => paint(31, 39, texts),
  /** A text in green. */
  green: (...texts: unknown[]) => paint(32, 39, texts),
  /** A text in yellow. */
  yellow: (...texts: unknown[]) => paint(33, 39, texts),
  /** A text in blue. */
  blue: (...texts: unknown[]) => paint(34, 39, texts),
  /** A text in magenta. */
  magenta: (...texts: unknown[]) => paint(35, 39, texts),
  /** A text in cyan. */
  cyan: (...texts: unknown[]) => paint(36, 39, texts),
  /** A text in white. */
  white: (...texts: unknown[]) => paint(37, 39, texts),
  /** A text in gray. */
  gray: (...texts: unknown[]) => paint(90, 39, texts),
  /** A text on black. */
  bgBlack: (...texts: unknown[]) => paint(40, 49, texts),
  /** A text on red. */
  bgRed: (...texts: unknown[]) => paint(41, 49, texts),
  /** A text on green. */
  bgGreen: (...texts: unknown[]) => paint(42, 49, texts),
  /** A text on yellow. */
  bgYellow: (...texts: unknown[]) => paint(43, 49, texts),
  /** A text on blue. */
  bgBlue: (...texts: unknown[]) => paint(44, 49, texts),
  /** A text on magenta. */
  bgMagenta: (...texts: unknown[]) => paint(45, 49, texts),
  /** A text on cyan. */
  bgCyan: (...texts: unknown[]) => paint(46, 49, texts),
  /** A text on white. */
  bgWhite: (...texts: unknown[]) => paint(47, 49, texts),
};

const brightStyles = {
  /** A text in bright black. */
  blackBright: (...texts: unknown[]) => paint(90, 39, texts),
  /** A text in bright red. */
  redBright: (...texts: unknown[]) => paint(91, 39, texts),
  /** A text in bright green. */
  greenBright: (...texts: unknown[]) => paint(92, 39, texts),
  /** A text in bright yellow. */
  yellowBright: (...texts: unknown[]) => paint(93, 39, texts),
  /** A text in bright blue. */
  blueBright: (...texts: unknown[]) => paint(94, 39, texts),
  /** A text in bright magenta. */
  magentaBright: (...texts: unknown[]) => paint(95, 39, texts),
  /** A text in bright cyan. */
  cyanBright: (...texts: unknown[]) => paint(96, 39, texts),
  /** A text in bright white. */
  whiteBright: (...texts: unknown[]) => paint(97, 39, texts),
  /** A text on bright black. */
  bgBlackBright: (...texts: unknown[]) => paint(100, 49, texts),
  /** A text on bright red. */
  bgRedBright: (...texts: unknown[]) => paint(101, 49, texts),
  /** A text on bright green. */
  bgGreenBright: (...texts: unknown[]) => paint(102, 49, texts),
  /** A text on bright yellow. */
  bgYellowBright: (...texts: unknown[]) => paint(103, 49, texts),
  /** A text on bright blue. */
  bgBlueBright: (...texts: unknown[]) => paint(104, 49, texts),
  /** A text on bright magenta. */
  bgMagentaBright: (...texts: unknown[]) => paint(105, 49, texts),
  /** A text on bright cyan. */
  bgCyanBright: (...texts: unknown[]) => paint(106, 49, texts),
  /** A text on bright white. */
  bgWhiteBright: (...texts: unknown[]) => paint(107, 49, texts),
};

const earlyStyles = {
  /** A text in bold. */
  bold: (...texts: unknown[]) => paintEarly(1, 22, texts),
  /** A text dimmed. */
  dim: (...texts: unknown[]) => paintEarly(2, 22, texts),
  /** A text in italics. */
  italic: (...texts: unknown[]) => paintEarly(3, 23, texts),
  /** A text underlined. */
  underline: (...texts: unknown[]) => paintEarly(4, 24, texts),
  /** A text with its colours exchanged. */
  inverse: (...texts: unknown[]) => paintEarly(7, 27, texts),
  /** A text hidden. */
  hidden: (...texts: unknown[]) => paintEarly(8, 28, texts),
  /** A text struck through. */
  strikethrough: (...texts: unknown[]) => paintEarly(9, 29, texts),
  /** A text in black. */
  black: (...texts: unknown[]) => paintEarly(30, 39, texts),
  /** A text in red. */
  red: (...texts: unknown[]) => paintEarly(31, 39, texts),
  /** A text in green. */
  green: (...texts: unknown[]) => paintEarly(32, 39, texts),
  /** A text in yellow. */
  yellow: (...texts: unknown[]) => paintEarly(33, 39, texts),
  /** A text in blue. */
  blue: (...texts: unknown[]) => paintEarly(34, 39, texts),
  /** A text in magenta. */
  magenta: (...texts: unknown[]) => paintEarly(35, 39, texts),
  /** A text in cyan. */
  cyan: (...texts: unknown[]) => paintEarly(36, 39, texts),
  /** A text in white. */
  white: (...texts: unknown[]) => paintEarly(37, 39, texts),
  /** A text in gray. */
  gray: (...texts: unknown[]) => paintEarly(90, 39, texts),
  /** A text on black. */
  bgBlack: (...texts: unknown[]) => paintEarly(40, 49, texts),
  /** A text on red. */
  bgRed: (...texts: unknown[]) => paintEarly(41, 49, texts),
  /** A text on green. */
  bgGreen: (...texts: unknown[]) => paintEarly(42, 49, texts),
  /** A text on yellow. */
  bgYellow: (...texts: unknown[]) => paintEarly(43, 49, texts),
  /** A text on blue. */
  bgBlue: (...texts: unknown[]) => paintEarly(44, 49, texts),
  /** A text on magenta. */
  bgMagenta: (...texts: unknown[]) => paintEarly(45, 49, texts),
  /** A text on cyan. */
  bgCyan: (...texts: unknown[]) => paintEarly(46, 49, texts),
  /** A text on white. */
  bgWhite: (...texts: unknown[]) => paintEarly(47, 49, texts),
};

const firstReset = {
  /** A text in the terminal's own style. */
  reset: (...texts: unknown[]) => resetFirst(texts),
};

const earlyReset = {
  /** A text in the terminal's own style. */
  reset: (...texts: unknown[]) => paintEarly(0, 0, texts),
};

export default defineRecipe(
  {
    package: "picocolors",
    versions: "1.0.0",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "6.0.0" },
    exports: { isColorSupported: wasColorSupported, ...firstReset, ...earlyStyles },
    require: "namespace",
  },
  {
    package: "picocolors",
    versions: ">=1.0.1 <1.1.1",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "6.0.0" },
    exports: { isColorSupported: wasColorSupported, ...earlyReset, ...earlyStyles },
    require: "namespace",
  },
  {
    package: "picocolors",
    versions: "1.1.1",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "6.0.0" },
    exports: { isColorSupported, ...styles, ...brightStyles },
    require: "namespace",
  },
);

function decide(): boolean {
  const { argv, env, platform, stdout } = process;
  if (env.NO_COLOR || argv.includes("--no-color")) return false;
  const isAsked = Boolean(env.FORCE_COLOR) || argv.includes("--color");
  return isAsked || platform === "win32" || (stdout.isTTY && env.TERM !== "dumb") || Boolean(env.CI);
}

function decideByPresence(): boolean {
  const { argv, env, platform } = process;
  if ("NO_COLOR" in env || argv.includes("--no-color")) return false;
  const isAsked = "FORCE_COLOR" in env || argv.includes("--color");
  return isAsked || platform === "win32" || (isatty(1) && env.TERM !== "dumb") || "CI" in env;
}

function paint(open: number, close: number, texts: readonly unknown[]): string {
  return isColorSupported ? encase(open, close, "" + (texts[0] as string)) : String(...texts);
}

function paintEarly(open: number, close: number, texts: readonly unknown[]): string {
  return wasColorSupported ? encase(open, close, "" + (texts[0] as string)) : String(...texts);
}

function resetFirst(texts: readonly unknown[]): string {
  // Unlike in every other style, an object's toString comes before its valueOf.
  return wasColorSupported ? `\u001B[0m${texts[0] as string}\u001B[0m` : String(...texts);
}

/** Puts codes around a text; where it ends the style itself, the style begins again. */
function encase(open: number, close: number, text: string): string {
  const [start, end] = [`\u001B[${open}m`, `\u001B[${close}m`];
  const first = text.indexOf(end, start.length);
  if (first === -1) return start + text + end;
  // Bold and dim end by the same code: it has to stay.
  const again = close === 22 ? end + start : start;
  return start + text.slice(0, first) + text.slice(first).split(end).join(again) + end;
}
