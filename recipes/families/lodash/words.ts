/** The words of a text, and names made of them. */
import { toString } from "./numbers.ts";
import { capitalize, upperFirst } from "./texts.ts";

/** A text in the letters of the basic Latin alphabet, without accents. */
export function deburr(text?: unknown): string {
  const special: Readonly<Record<string, string>> = {
    Æ: "Ae",
    æ: "ae",
    Ø: "O",
    ø: "o",
    Þ: "Th",
    þ: "th",
    ß: "ss",
    Ð: "D",
    ð: "d",
    Đ: "D",
    đ: "d",
    Ħ: "H",
    ħ: "h",
    ı: "i",
    Ĳ: "IJ",
    ĳ: "ij",
    ĸ: "k",
    Ŀ: "L",
    ŀ: "l",
    Ł: "L",
    ł: "l",
    ŉ: "'n",
    Ŋ: "N",
    ŋ: "n",
    Œ: "Oe",
    œ: "oe",
    Ŧ: "T",
    ŧ: "t",
    ſ: "s",
  };
  const plain = toString(text).replace(/[\xc0-\xd6\xd8-\xf6\xf8-\xff\u0100-\u017f]/g, (letter) => {
    return special[letter] || letter.normalize("NFD").charAt(0);
  });
  return plain.replace(/[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]/g, "");
}

/** The words of a text: at changes of case, digits, and whatever is no letter. */
export function words(text?: unknown, pattern?: unknown, guard?: unknown): string[] {
  const whole = toString(text);
  if (!guard && pattern !== undefined) return whole.match(pattern as RegExp) || [];
  if (!/[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]/.test(whole))
    return whole.match(/[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+/g) || [];
  const lower = "a-z\\xdf-\\xf6\\xf8-\\xff";
  const upper = "A-Z\\xc0-\\xd6\\xd8-\\xde";
  const space = " \\t\\x0b\\f\\xa0\\ufeff\\n\\r\\u2028\\u2029\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000";
  const border = `\\xac\\xb1\\xd7\\xf7\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\xbf\\u2000-\\u206f${space}`;
  const other = `[^\\ud800-\\udfff${border}\\d\\u2700-\\u27bf${lower}${upper}]`;
  const small = `(?:[${lower}]|${other})`;
  const ending = "(?:['\\u2019](?:d|ll|m|re|s|t|ve))?";
  const endingUpper = "(?:['\\u2019](?:D|LL|M|RE|S|T|VE))?";
  const symbol = "(?:[\\u2700-\\u27bf]|(?:\\ud83c[\\udde6-\\uddff]){2}|[\\ud800-\\udbff][\\udc00-\\udfff])";
  const changed = "[\\ufe0e\\ufe0f]?(?:[\\u0300-\\u036f\\ufe20-\\ufe2f\\u20d0-\\u20ff]|\\ud83c[\\udffb-\\udfff])?";
  const joined = "(?:[^\\ud800-\\udfff]|(?:\\ud83c[\\udde6-\\uddff]){2}|[\\ud800-\\udbff][\\udc00-\\udfff])";
  const forms = [
    `[${upper}]?[${lower}]+${ending}(?=[${border}]|[${upper}]|$)`,
    `(?:[${upper}]|${other})+${endingUpper}(?=[${border}]|[${upper}]${small}|$)`,
    `[${upper}]?${small}+${ending}`,
    `[${upper}]+${endingUpper}`,
    "\\d*(?:1ST|2ND|3RD|(?![123])\\dTH)(?=\\b|[a-z_])",
    "\\d*(?:1st|2nd|3rd|(?![123])\\dth)(?=\\b|[A-Z_])",
    "\\d+",
    `${symbol}${changed}(?:\\u200d${joined}${changed})*`,
  ];
  return whole.match(new RegExp(forms.join("|"), "g")) || [];
}

/** The words of a text without accents and apostrophes. */
export function plainWords(text: unknown): string[] {
  return words(deburr(text).replace(/['\u2019]/g, ""));
}

/** A text as a name in camel case. */
export function camelCase(text?: unknown): string {
  return plainWords(text)
    .map((word, index) => (index === 0 ? word.toLowerCase() : capitalize(word.toLowerCase())))
    .join("");
}

/** A text as a name in kebab case. */
export function kebabCase(text?: unknown): string {
  return plainWords(text)
    .map((word) => word.toLowerCase())
    .join("-");
}

/** A text as a name in snake case. */
export function snakeCase(text?: unknown): string {
  return plainWords(text)
    .map((word) => word.toLowerCase())
    .join("_");
}

/** The words of a text in small letters. */
export function lowerCase(text?: unknown): string {
  return plainWords(text)
    .map((word) => word.toLowerCase())
    .join(" ");
}

/** The words of a text in capitals. */
export function upperCase(text?: unknown): string {
  return plainWords(text)
    .map((word) => word.toUpperCase())
    .join(" ");
}

/** The words of a text, each with its first character in capitals. */
export function startCase(text?: unknown): string {
  return plainWords(text)
    .map((word) => upperFirst(word))
    .join(" ");
}
