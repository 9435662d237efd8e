/** How deeply a source is nested: what walks a syntax tree calls itself once for each level, and must come to an end. */
import { ts } from "ts-morph";

/** Levels of syntax that are read; code that a person wrote has some dozens. */
const deepest = 1500;

/** Parses a source. Undefined when it is nested too deeply to be walked. */
export function parseShallow(name: string, text: string, kind: ts.ScriptKind): ts.SourceFile | undefined {
  let source: ts.SourceFile;
  try {
    source = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, kind);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  let level: ts.Node[] = [source];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth === deepest) return undefined;
    const next: ts.Node[] = [];
    for (const node of level)
      ts.forEachChild(node, (child) => {
        next.push(child);
      });
    level = next;
  }
  return source;
}
