/** Texts in the styles of a terminal, as chains of names: what the versions of chalk share. */

/** The codes that begin and end a style. */
export type Codes = readonly [open: string, close: string];

/** What a chain has gathered: the styles from the outermost to the innermost. */
export interface Chain {
  readonly root: { level: number };
  readonly styles: readonly Codes[];
  /** True where the text is dropped when there are no colours. */
  readonly isOptional: boolean;
  readonly apply: (chain: Chain, texts: readonly unknown[]) => string;
}

/** The named styles. */
export const styleCodes: Readonly<Record<string, Codes>> = nameStyles();

function nameStyles(): Record<string, Codes> {
  const codes: Record<string, Codes> = {};
  const add = (name: string, open: number, close: number): void => {
    codes[name] = [`\u001B[${open}m`, `\u001B[${close}m`];
  };
  add("reset", 0, 0);
  add("bold", 1, 22);
  add("dim", 2, 22);
  add("italic", 3, 23);
  add("underline", 4, 24);
  add("overline", 53, 55);
  add("inverse", 7, 27);
  add("hidden", 8, 28);
  add("strikethrough", 9, 29);
  const names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];
  for (const [index, name] of names.entries()) {
    const background = `bg${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    add(name, 30 + index, 39);
    add(`${name}Bright`, 90 + index, 39);
    add(background, 40 + index, 49);
    add(`${background}Bright`, 100 + index, 49);
  }
  for (const name of ["gray", "grey"]) add(name, 90, 39);
  for (const name of ["bgGray", "bgGrey"]) add(name, 100, 49);
  return codes;
}

/** The texts in one, with their codes around: each line by itself, and begun again where a style inside ends it. */
export function applyStyles({ root, styles, isOptional }: Chain, texts: readonly unknown[]): string {
  const text = texts.length === 1 ? "" + (texts[0] as string) : texts.join(" ");
  if (root.level <= 0 || text === "") return isOptional ? "" : text;
  if (styles.length === 0) return text;
  let inner = text;
  for (const [open, close] of inner.includes("\u001B") ? [...styles].reverse() : []) {
    inner = inner.split(close).join(close + open);
  }
  const open = styles.map((codes) => codes[0]).join("");
  const close = styles
    .map((codes) => codes[1])
    .reverse()
    .join("");
  return open + inner.replace(/\r?\n/g, `${close}$&${open}`) + close;
}

/** The texts in one, with the codes of each style around those of the next, line by line. */
export function applyInTurn({ root, styles, isOptional }: Chain, texts: readonly unknown[]): string {
  const text = texts.map(String).join(" ");
  if (root.level <= 0 || text === "") return isOptional ? "" : text;
  let inner = text;
  for (const [open, close] of [...styles].reverse()) {
    inner = open + inner.split(close).join(open) + close;
    inner = inner.replace(/\r?\n/g, `${close}$&${open}`);
  }
  return inner;
}

type Colour = "black" | "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "white";
type Foreground = Colour | `${Colour}Bright` | "gray" | "grey";
type Modifier = "reset" | "bold" | "dim" | "italic" | "underline" | "inverse" | "hidden" | "strikethrough" | "visible";
export type StyleName = Foreground | `bg${Capitalize<Foreground>}` | Modifier;

/** A function that puts its arguments together in the styles of its name, and has every other style as a member. */
export type Chalk = ((...texts: unknown[]) => string) & { readonly [Name in StyleName]: Chalk };

/** What each function of a chain has gathered. */
export const chains = new WeakMap<object, Chain>();

/** A function for a chain, whose members add to it. */
export function chainOf(chain: Chain, members: object): unknown {
  const style = (...texts: unknown[]): string => chain.apply(chain, texts);
  chains.set(style, chain);
  return Object.setPrototypeOf(style, members);
}

/** The members of every function of a chain: each named style, and `visible`. */
export function createMembers(): object {
  const members: object = Object.create(Function.prototype);
  const add = (name: string, extend: (chain: Chain) => Chain): void => {
    const get = function (this: object): unknown {
      const longer = chainOf(extend(chains.get(this) as Chain), members);
      Object.defineProperty(this, name, { value: longer });
      return longer;
    };
    Object.defineProperty(members, name, { get });
  };
  for (const [name, codes] of Object.entries(styleCodes)) {
    add(name, (chain) => ({ ...chain, styles: [...chain.styles, codes] }));
  }
  add("visible", (chain) => ({ ...chain, isOptional: true }));
  return members;
}

/** Texts in named styles, without codes at level 0. */
export function createChalk(level: number, apply: Chain["apply"]): Chalk {
  const chalk = (...texts: unknown[]): string => texts.join(" ");
  chains.set(chalk, { root: { level }, styles: [], isOptional: false, apply });
  return Object.setPrototypeOf(chalk, createMembers()) as Chalk;
}

/** Named styles that a version of chalk has beside those every version has. */
export function isStyle(name: string, version: 2 | 4 | 5): boolean {
  if (name === "overline" || /^bgGr[ae]y$/.test(name)) return version === 5;
  if (name === "visible") return true;
  return Object.hasOwn(styleCodes, name);
}
