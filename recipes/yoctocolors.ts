import { WriteStream } from "node:tty";
import { defineRecipe } from "../src/recipe.ts";

/** Whether the environment asks for colours: asked once, when the program starts. */
const hasColors = WriteStream.prototype.hasColors();

const styles = {
  /** A text in the terminal's own style. */
  reset: (text: unknown) => paint(0, 0, text),
  /** A text in bold. */
  bold: (text: unknown) => paint(1, 22, text),
  /** A text dimmed. */
  dim: (text: unknown) => paint(2, 22, text),
  /** A text in italics. */
  italic: (text: unknown) => paint(3, 23, text),
  /** A text underlined. */
  underline: (text: unknown) => paint(4, 24, text),
  /** A text with a line above. */
  overline: (text: unknown) => paint(53, 55, text),
  /** A text with its colours exchanged. */
  inverse: (text: unknown) => paint(7, 27, text),
  /** A text hidden. */
  hidden: (text: unknown) => paint(8, 28, text),
  /** A text struck through. */
  strikethrough: (text: unknown) => paint(9, 29, text),
  /** A text in black. */
  black: (text: unknown) => paint(30, 39, text),
  /** A text in red. */
  red: (text: unknown) => paint(31, 39, text),
  /** A text in green. */
  green: (text: unknown) => paint(32, 39, text),
  /** A text in yellow. */
  yellow: (text: unknown) => paint(33, 39, text),
  /** A text in blue. */
  blue: (text: unknown) => paint(34, 39, text),
  /** A text in magenta. */
  magenta: (text: unknown) => paint(35, 39, text),
  /** A text in cyan. */
  cyan: (text: unknown) => paint(36, 39, text),
  /** A text in white. */
  white: (text: unknown) => paint(37, 39, text),
  /** A text in gray. */
  gray: (text: unknown) => paint(90, 39, text),
  /** A text on black. */
  bgBlack: (text: unknown) => paint(40, 49, text),
  /** A text on red. */
  bgRed: (text: unknown) => paint(41, 49, text),
  /** A text on green. */
  bgGreen: (text: unknown) => paint(42, 49, text),
  /** A text on yellow. */
  bgYellow: (text: unknown) => paint(43, 49, text),
  /** A text on blue. */
  bgBlue: (text: unknown) => paint(44, 49, text),
  /** A text on magenta. */
  bgMagenta: (text: unknown) => paint(45, 49, text),
  /** A text on cyan. */
  bgCyan: (text: unknown) => paint(46, 49, text),
  /** A text on white. */
  bgWhite: (text: unknown) => paint(47, 49, text),
  /** A text on gray. */
  bgGray: (text: unknown) => paint(100, 49, text),
  /** A text in bright red. */
  redBright: (text: unknown) => paint(91, 39, text),
  /** A text in bright green. */
  greenBright: (text: unknown) => paint(92, 39, text),
  /** A text in bright yellow. */
  yellowBright: (text: unknown) => paint(93, 39, text),
  /** A text in bright blue. */
  blueBright: (text: unknown) => paint(94, 39, text),
  /** A text in bright magenta. */
  magentaBright: (text: unknown) => paint(95, 39, text),
  /** A text in bright cyan. */
  cyanBright: (text: unknown) => paint(96, 39, text),
  /** A text in bright white. */
  whiteBright: (text: unknown) => paint(97, 39, text),
  /** A text on bright red. */
  bgRedBright: (text: unknown) => paint(101, 49, text),
  /** A text on bright green. */
  bgGreenBright: (text: unknown) => paint(102, 49, text),
  /** A text on bright yellow. */
  bgYellowBright: (text: unknown) => paint(103, 49, text),
  /** A text on bright blue. */
  bgBlueBright: (text: unknown) => paint(104, 49, text),
  /** A text on bright magenta. */
  bgMagentaBright: (text: unknown) => paint(105, 49, text),
  /** A text on bright cyan. */
  bgCyanBright: (text: unknown) => paint(106, 49, text),
  /** A text on bright white. */
  bgWhiteBright: (text: unknown) => paint(107, 49, text),
};

export default defineRecipe({
  package: "yoctocolors",
  versions: ">=2.1.2 <3",
  replacement: "escape codes where the environment asks for them",
  floor: { node: "11.13.0" },
  exports: { ...styles },
});

/** Puts codes around a text; where it ends the style itself, the style begins again. */
function paint(open: number, close: number, text: unknown): unknown {
  if (!hasColors) return text;
  const [start, end] = [`\u001B[${open}m`, `\u001B[${close}m`];
  // Bold and dim end by the same code: it has to stay.
  return start + ("" + (text as string)).split(end).join(close === 22 ? end + start : start) + end;
}
