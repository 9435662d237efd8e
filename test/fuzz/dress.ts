/** What a file looks like around its code: comments, blank lines, semicolons, line ends, what stands before it. */
import { ts } from "../../src/typescript.ts";
import type { Random } from "./random.ts";

/** The text in another dress; it still parses. */
export function dress(random: Random, text: string, path: string): string {
  let dressed = text;
  const steps: readonly (readonly [number, (text: string) => string])[] = [
    [0.25, (before) => withoutSemicolons(before)],
    [0.35, (before) => sprinkled(random, before, path)],
    [0.06, (before) => before.replace(/\n\s*/g, " ")],
    [0.15, (before) => before.replace(/^(?: {2})+/gm, (indent) => "\t".repeat(indent.length / 2))],
    [0.1, (before) => before.replace(/"([^"'\\\n]*)"/g, "'$1'")],
    [0.15, (before) => `'use strict'${random.pick([";", ""])}\n${before}`],
    [0.15, (before) => `/*\n * Licence: none.\n */\n${random.pick(["", "\n"])}${before}`],
    [0.08, (before) => `#!/usr/bin/env node\n${before}`],
    [0.15, (before) => before.replace(/\n/g, "\r\n")],
    [0.1, (before) => before.trimEnd()],
    [0.07, (before) => (before.startsWith("#!") ? before : `\uFEFF${before}`)],
  ];
  for (const [chance, step] of steps) {
    if (!random.chance(chance)) continue;
    const next = step(dressed);
    if (parses(next, path)) dressed = next;
  }
  return dressed;
}

export function parse(text: string, path: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

/** True when the compiler finds no syntax error; `isModule` for a file that is one even without an import. */
export function parses(text: string, path: string, isModule = false): boolean {
  const forced = {
    setExternalModuleIndicator: (file: ts.SourceFile) => void Object.assign(file, { externalModuleIndicator: true }),
  };
  const options = { languageVersion: ts.ScriptTarget.Latest, ...(isModule && forced) };
  const source: ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] } = ts.createSourceFile(
    path,
    text,
    options,
    true,
  );
  return (source.parseDiagnostics?.length ?? 0) === 0;
}

function withoutSemicolons(text: string): string {
  return text.replace(/;(?=\n\s*(?:[A-Za-z_$"'}@{]|$))/g, "");
}

/** Comments of every sort, each with a text of its own, and line breaks, before some tokens. */
function sprinkled(random: Random, text: string, path: string): string {
  const source = parse(text, path);
  const starts: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return;
    const children = node.getChildren(source);
    if (children.length === 0 && node.kind !== ts.SyntaxKind.EndOfFileToken) starts.push(node.getStart(source));
    children.forEach(visit);
  };
  visit(source);
  const often = random.pick([0.01, 0.03, 0.08]);
  const places = [...new Set(starts)].filter(() => random.chance(often)).sort((a, b) => a - b);
  const marked = places.map((at): readonly [number, string] => {
    const mark = `note${random.next()}`;
    const block = `/* ${mark} */`;
    const line = `// ${mark}\n`;
    return [at, random.pick([`${block} `, block, line, "\n", " ", `\n${line}`, `/*\n ${mark} */`])];
  });
  // Where one of them may not stand, half of them may.
  for (let some = marked; some.length > 0; some = some.slice(0, some.length >> 1)) {
    let result = "";
    let end = 0;
    for (const [at, inserted] of some) {
      result += text.slice(end, at) + inserted;
      end = at;
    }
    result += text.slice(end);
    if (parses(result, path)) return result;
  }
  return text;
}
