/** The smallest program that still shows a mistake: parts are left out as long as it does. */
import { ts } from "../../src/typescript.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { parse, parses } from "./dress.ts";
import { type Examined, examine, type ExamineOptions } from "./examine.ts";
import type { Program } from "./generate.ts";

/** Rounds of leaving something out; each takes about as long as a few dozen programs. */
const rounds = 60;
const batch = 24;

export async function shrink(found: Examined, catalog: Catalog, options: ExamineOptions = {}): Promise<Examined> {
  const kind = found.mistakes[0]?.kind;
  let best = found;
  let offset = 0;
  for (let round = 0; round < rounds; round++) {
    const candidates = smaller(best.program);
    if (offset >= candidates.length) break;
    const tried = await examine(candidates.slice(offset, offset + batch), catalog, options);
    const failing = tried
      .filter(({ mistakes }) => mistakes[0]?.kind === kind)
      .sort((a, b) => size(a.program) - size(b.program))[0];
    if (failing === undefined) offset += batch;
    else {
      best = failing;
      offset = 0;
    }
  }
  return best;
}

function size({ files }: Program): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

/** The program with one part of one file left out, those that lose most first. */
function smaller(program: Program): Program[] {
  const found: Program[] = [];
  for (const [path, text] of Object.entries(program.files)) {
    if (!/\.[cm]?[jt]sx?$/.test(path) || path.endsWith(".d.ts")) continue;
    for (const next of cuts(text, path)) found.push({ ...program, files: { ...program.files, [path]: next } });
  }
  return found.sort((a, b) => size(a) - size(b));
}

function cuts(text: string, path: string): Set<string> {
  const source = parse(text, path);
  const found = new Set<string>();
  const replace = (node: ts.Node, by: string): void => {
    found.add(text.slice(0, node.getStart(source)) + by + text.slice(node.end));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isStatement(node) && !ts.isBlock(node)) replace(node, "");
    if (ts.isBlock(node) && ts.isStatement(node.parent))
      replace(node.parent, text.slice(node.getStart(source) + 1, node.end - 1));
    if (ts.isExpression(node) && node.end - node.getStart(source) > 1) {
      replace(node, "0");
      ts.forEachChild(node, (child) => {
        if (ts.isExpression(child)) replace(node, child.getText(source));
      });
    }
    if (ts.isCallExpression(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)) {
      const items: readonly ts.Node[] = ts.isCallExpression(node)
        ? node.arguments
        : ts.isArrayLiteralExpression(node)
          ? node.elements
          : node.properties;
      items.forEach((item, index) => {
        const next = items[index + 1];
        const before = items[index - 1];
        const start = next === undefined && before !== undefined ? before.end : item.getFullStart();
        const end = next === undefined ? item.end : next.getFullStart();
        found.add(text.slice(0, start) + text.slice(end));
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const comment of text.matchAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g))
    found.add(text.slice(0, comment.index) + text.slice(comment.index + comment[0].length));
  found.add(text.replace(/\n\s*\n/g, "\n"));
  found.add(text.replace(/\r/g, ""));
  found.add(text.replace(/^\uFEFF/, ""));
  found.delete(text);
  return new Set([...found].filter((each) => each.length < text.length && parses(each, path)));
}
