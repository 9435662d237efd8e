/** Whether a text was written by a tool. */

export interface Generated {
  readonly reason: string;
  /** True when the same code may be the only source there is, as in a published package that was built. */
  readonly built: boolean;
}

const headers =
  /@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto(?:matically)?[- ]?)generated (?:by|from|file|code)\b/i;
const webpackMark = /^\/\*{6}\/|^.{0,40}webpackBootstrap/m;
const browserifyMark = /^!?\(function (?:e|r|outer)\(|^\(function\(\)\{function r\(e,n,t\)\{function o\(/;

/** Why the file is not a person's work; undefined when it looks like one. Reads names, headers and the shape of lines. */
export function generatedBy(path: string, text: string): Generated | undefined {
  if (/[.-]min\.[cm]?js$/.test(path)) return { reason: "minified", built: false };
  if (isMinified(text)) return { reason: "minified", built: false };
  const comment = leadingComment(text);
  if (headers.test(comment)) return { reason: "generated, as its header says", built: false };
  const bundler = bundlerOf(text.slice(0, 3000));
  if (bundler !== undefined) return { reason: `bundled by ${bundler}`, built: false };
  if (/^\/[/*][#@] sourceMappingURL=/m.test(text.slice(-400))) {
    return { reason: "built: it ends in a reference to its source map", built: true };
  }
  return undefined;
}

function bundlerOf(head: string): string | undefined {
  const mayBeWebpack = head.includes("/******/") || head.includes("webpackBootstrap");
  if (mayBeWebpack && webpackMark.test(head)) return "webpack";
  return browserifyMark.test(head) ? "browserify" : undefined;
}

/** Whether the text carries what TypeScript and Babel write when they turn ES modules into CommonJS. */
export function isCompiled(text: string): boolean {
  return /Object\.defineProperty\(exports, ["']__esModule["']|^\/[/*][#@] sourceMappingURL=/m.test(text);
}

/** More than half of a text of 10,000 units or more is in lines longer than 1,000. */
function isMinified(text: string): boolean {
  if (text.length < 10_000) return false;
  let inLongLines = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    if (end - start > 1000) inLongLines += end - start;
    start = end + 1;
  }
  return inLongLines * 2 > text.length;
}

/** The comments before the first code, at most 2,000 units. */
function leadingComment(text: string): string {
  const head = text.slice(0, 2000).replace(/^\uFEFF?(?:#!.*)?/, "");
  return /^(?:\s+|\/\/.*|\/\*[^]*?\*\/|["']use strict["'];?)*/.exec(head)?.[0] ?? "";
}
