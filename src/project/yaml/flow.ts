/** Flow collections, `{a: b, c: [d]}`, over one line or several. */
import { syntaxError, type YamlItem, type YamlMember, type YamlNode, type YamlScalar } from "./node.ts";
import { isBlank, quotedAt, refuseIndicator } from "./scalar.ts";

/** The collection that opens at `at`. */
export function flowAt(text: string, at: number, depth = 0): YamlNode {
  if (depth > 100) throw syntaxError("it is nested deeper than 100 levels", at);
  return text[at] === "{" ? flowMap(text, at, depth) : flowList(text, at, depth);
}

function flowMap(text: string, start: number, depth: number): YamlNode {
  const members = new Map<string, YamlMember>();
  let at = skip(text, start + 1);
  while (text[at] !== "}") {
    const key = flowScalar(text, at);
    if (members.has(key.text)) throw syntaxError(`the key ${JSON.stringify(key.text)} is there twice`, at);
    at = skip(text, key.end);
    let value: YamlNode = { kind: "scalar", text: "", quoted: false, start: key.end, end: key.end };
    if (text[at] === ":") {
      value = flowNode(text, skip(text, at + 1), depth);
      at = skip(text, value.end);
    }
    members.set(key.text, { key: key.text, value, start: key.start, end: value.end });
    if (text[at] === ",") at = skip(text, at + 1);
    else if (text[at] !== "}") throw syntaxError("a comma or } is missing", at);
  }
  return { kind: "map", members, flow: true, start, end: at + 1 };
}

function flowList(text: string, start: number, depth: number): YamlNode {
  const items: YamlItem[] = [];
  let at = skip(text, start + 1);
  while (text[at] !== "]") {
    if (text[at] === ",") throw syntaxError('"," is not expected here', at);
    const value = flowNode(text, at, depth);
    items.push({ value, start: value.start, end: value.end });
    at = skip(text, value.end);
    if (text[at] === ",") at = skip(text, at + 1);
    else if (text[at] !== "]") throw syntaxError("a comma or ] is missing", at);
  }
  return { kind: "list", items, flow: true, start, end: at + 1 };
}

function flowNode(text: string, at: number, depth: number): YamlNode {
  if (text[at] === "{" || text[at] === "[") return flowAt(text, at, depth + 1);
  // `{a:}` and `{a: , b: c}` have no value there.
  if (text[at] === "," || text[at] === "}") return { kind: "scalar", text: "", quoted: false, start: at, end: at };
  return flowScalar(text, at);
}

function flowScalar(text: string, at: number): YamlScalar {
  const first = text[at];
  if (first === undefined) throw syntaxError("the text ends inside { or [", at);
  if (first === "'" || first === '"') return quotedAt(text, at, lineEndFrom(text, at));
  refuseIndicator(text, at);
  if (first === "{" || first === "[" || first === "#" || first === "?") {
    throw syntaxError(`"${first}" is not expected here`, at);
  }
  plainEnd.lastIndex = at;
  const end = plainEnd.exec(text)?.index ?? text.length;
  let last = end;
  while (last > at && isBlank(text.charCodeAt(last - 1))) last--;
  return { kind: "scalar", text: text.slice(at, last), quoted: false, start: at, end: last };
}

/** What ends a plain scalar between brackets. */
const plainEnd = /[,{}[\]\n\r]|:(?=[\s,\]}]|$)|(?<=[ \t])#/g;

/** Offset of what comes next: blanks, line ends and comments are passed over. */
function skip(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || code === 10 || code === 13) at++;
    else if (code === 35 && /\s/.test(text[at - 1] ?? " ")) at = lineEndFrom(text, at);
    else return at;
    if (at >= text.length) throw syntaxError("the text ends inside { or [", from);
  }
}

export function lineEndFrom(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end === -1) return text.length;
  return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
