import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

const modifiers = {
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
} as const;

const colours = {
  black: [30, 39],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
  white: [37, 39],
  gray: [90, 39],
  grey: [90, 39],
} as const;

const backgrounds = {
  bgBlack: [40, 49],
  bgRed: [41, 49],
  bgGreen: [42, 49],
  bgYellow: [43, 49],
  bgBlue: [44, 49],
  bgMagenta: [45, 49],
  bgCyan: [46, 49],
  bgWhite: [47, 49],
} as const;

/** The code that begins each style, and the one that ends it. */
const styles = { ...modifiers, ...colours, ...backgrounds };

/** Puts a text in the styles gathered so far; without a text, more styles may follow. */
interface Color {
  (text: string | number): string;
  (): Kleur;
}

type Kleur = { readonly [Name in keyof typeof styles]: Color };

/** Functions that put texts in the styles of the terminal. */
const kleurByTerminal = createKleur(process.env.NO_COLOR === undefined && showsColours());

/** Functions that put texts in the styles of the terminal. */
const kleurUnlessForbidden = createKleur(!process.env.NO_COLOR && showsColours());

/** Functions that put texts in the styles of the terminal. */
const kleurByForce = createKleur(showsColours());

/** Functions that put texts in the styles of the terminal. */
const kleurByEnvironment = createKleur(allowsColours());

export default defineRecipe(
  {
    package: "kleur",
    versions: "3.0.3",
    replacement: "escape codes, unless the environment forbids them",
    floor: { node: "8.3.0" },
    exports: { default: kleurByEnvironment },
    rewrite: refuseForeign,
  },
  {
    package: "kleur",
    versions: ">=4.0.0 <=4.0.1",
    replacement: "escape codes, unless the environment forbids them",
    floor: { node: "8.3.0" },
    exports: { default: kleurByEnvironment },
    rewrite: refuseForeign,
  },
  {
    package: "kleur",
    versions: ">=4.0.2 <=4.0.3",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "8.3.0" },
    exports: { default: kleurByForce },
    rewrite: refuseForeign,
  },
  {
    package: "kleur",
    versions: ">=4.1.0 <=4.1.1",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "8.3.0" },
    exports: { default: kleurUnlessForbidden },
    rewrite: refuseForeign,
  },
  {
    package: "kleur",
    versions: ">=4.1.2 <=4.1.5",
    replacement: "escape codes where the terminal shows them",
    floor: { node: "8.3.0" },
    exports: { default: kleurByTerminal },
    rewrite: refuseForeign,
  },
);

/** Styles are served by the helper; what else the package has is refused. */
function refuseForeign({ members }: MemberUse): MemberRewrite {
  const [member] = members;
  if (member === undefined) return { refuse: "kleur itself is used, not one of its styles" };
  return member in styles ? undefined : { refuse: `kleur.${member} has no replacement` };
}

function allowsColours(): boolean {
  const { FORCE_COLOR, NODE_DISABLE_COLORS, TERM } = process.env;
  return !NODE_DISABLE_COLORS && TERM !== "dumb" && FORCE_COLOR !== "0";
}

function showsColours(): boolean {
  const { FORCE_COLOR, NODE_DISABLE_COLORS, TERM } = process.env;
  if (NODE_DISABLE_COLORS || TERM === "dumb") return false;
  return (FORCE_COLOR !== undefined && FORCE_COLOR !== "0") || process.stdout.isTTY;
}

function createKleur(isEnabled: boolean): Kleur {
  return styleFunctions((style, text) => {
    const gathered: (readonly [open: number, close: number])[] = [];
    const more = styleFunctions((each, last) => {
      const isNew = gathered.every(([open]) => open !== each[0]);
      if (isNew) gathered.push(each);
      return last === undefined ? more : paint(isEnabled ? gathered : [], "" + (last as string));
    });
    gathered.push(style);
    return text === undefined ? more : paint(isEnabled ? gathered : [], "" + (text as string));
  });
}

/** A function for each style, which is told its codes and the text. */
function styleFunctions(apply: (style: readonly [open: number, close: number], text: unknown) => unknown): Kleur {
  const functions: Record<string, unknown> = {};
  for (const [name, style] of Object.entries(styles)) functions[name] = (text?: unknown) => apply(style, text);
  return functions as Kleur;
}

/** Puts codes around a text; where it ends a style itself, the style begins again. */
function paint(gathered: readonly (readonly [open: number, close: number])[], text: string): string {
  let [start, inner, end] = ["", text, ""];
  for (const [open, close] of gathered) {
    start += `\u001B[${open}m`;
    end += `\u001B[${close}m`;
    inner = inner.split(`\u001B[${close}m`).join(`\u001B[${close}m\u001B[${open}m`);
  }
  return start + inner + end;
}
