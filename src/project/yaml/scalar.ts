/** Scalars of one line: quoted, plain, and where a plain key ends. */
import { syntaxError, type YamlScalar } from "./node.ts";

/** The quoted scalar at `at`, which has to end on its line. */
export function quotedAt(text: string, at: number, lineEnd: number): YamlScalar {
  return text[at] === "'" ? singleAt(text, at, lineEnd) : doubleAt(text, at, lineEnd);
}

function singleAt(text: string, at: number, lineEnd: number): YamlScalar {
  for (let end = text.indexOf("'", at + 1); end !== -1 && end < lineEnd; end = text.indexOf("'", end + 2)) {
    if (text[end + 1] === "'") continue;
    const inner = text.slice(at + 1, end);
    return {
      kind: "scalar",
      text: inner.includes("''") ? inner.replaceAll("''", "'") : inner,
      quoted: true,
      start: at,
      end: end + 1,
    };
  }
  throw syntaxError("a quote is not closed on its line", at);
}

function doubleAt(text: string, at: number, lineEnd: number): YamlScalar {
  for (let end = at + 1; end < lineEnd; end++) {
    if (text[end] === "\\") end++;
    else if (text[end] === '"') {
      const inner = text.slice(at + 1, end);
      return {
        kind: "scalar",
        text: inner.includes("\\") ? unescape(inner, at) : inner,
        quoted: true,
        start: at,
        end: end + 1,
      };
    }
  }
  throw syntaxError("a quote is not closed on its line", at);
}

const escapes: Readonly<Record<string, string>> = {
  ...{ "0": "\0", a: "\x07", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b" },
  ...{ " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" },
};

function unescape(inner: string, at: number): string {
  return inner.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.?))/g,
    (_, x, u, long, one: string) => {
      const code: unknown = x ?? u ?? long;
      if (typeof code === "string") return String.fromCodePoint(parseInt(code, 16));
      const known = escapes[one];
      if (known === undefined) throw syntaxError(`"\\${one}" is no escape`, at);
      return known;
    },
  );
}

/** The plain scalar from `at` to the line's end, a comment left out. */
export function plainAt(text: string, at: number, lineEnd: number): YamlScalar {
  refuseIndicator(text, at);
  let end = commentFrom(text, at, lineEnd);
  while (end > at && isBlank(text.charCodeAt(end - 1))) end--;
  return { kind: "scalar", text: text.slice(at, end), quoted: false, start: at, end };
}

/** Offset of the blank before a comment; the line's end when there is none. */
function commentFrom(text: string, at: number, lineEnd: number): number {
  const rest = text.slice(at, lineEnd);
  const found = rest.includes("#") ? rest.search(/[ \t]#/) : -1;
  return found === -1 ? lineEnd : at + found;
}

/** Anchors, aliases, tags, directives and reserved characters are not read. */
export function refuseIndicator(text: string, at: number): void {
  const code = text.charCodeAt(at);
  // Letters and digits begin nearly every value.
  if ((code > 96 && code < 123) || (code > 47 && code < 58)) return;
  const first = text[at] ?? "";
  const isLone = /\s/.test(text[at + 1] ?? " ");
  if ("&*!%@`|>".includes(first) || ("-?:".includes(first) && isLone))
    throw syntaxError(`a value that starts with "${first}" is not read`, at);
  if ("]},".includes(first)) throw syntaxError(`"${first}" is not expected here`, at);
}

/** Offset of the colon that ends the key at `at`; -1 when the line has no key there. */
export function keyColon(text: string, at: number, lineEnd: number): number {
  const first = text.charCodeAt(at);
  if (first === 39 || first === 34) {
    const { end } = quotedAt(text, at, lineEnd);
    const colon = skipBlanks(text, end, lineEnd);
    return text.charCodeAt(colon) === 58 && isColonEnd(text, colon, lineEnd) ? colon : -1;
  }
  if (first === 123 || first === 91 || first === 35) return -1;
  for (let colon = text.indexOf(":", at); colon !== -1 && colon < lineEnd; colon = text.indexOf(":", colon + 1)) {
    if (!isColonEnd(text, colon, lineEnd)) continue;
    return commentFrom(text, at, colon) < colon ? -1 : colon;
  }
  return -1;
}

function isColonEnd(text: string, colon: number, lineEnd: number): boolean {
  return colon + 1 >= lineEnd || isBlank(text.charCodeAt(colon + 1));
}

export function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

export function skipBlanks(text: string, at: number, end: number): number {
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
