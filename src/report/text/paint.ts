import { styleText } from "node:util";

export type Paint = (style: Style, text: string) => string;

type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Colours text when `color` is true and returns it unchanged otherwise. */
export function createPaint(color: boolean): Paint {
  // Newer Node looks at process.stdout itself unless told not to; the decision was made by isColorWanted.
  return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}

/**
 * Whether output may be coloured: `NO_COLOR` (not empty) and `NODE_DISABLE_COLORS` forbid it, `FORCE_COLOR` asks for it
 * unless it is "0" or "false", and otherwise it takes a terminal that is not "dumb".
 */
export function isColorWanted(env: Readonly<Record<string, string | undefined>>, isTTY: boolean): boolean {
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0" && env["FORCE_COLOR"] !== "false";
  if (env["NO_COLOR"] || env["NODE_DISABLE_COLORS"]) return false;
  return isTTY && env["TERM"] !== "dumb";
}
