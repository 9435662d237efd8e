/** How deeply a source is nested: what walks a syntax tree calls itself once for each level, and must come to an end. */
import { ts } from "../../typescript.ts";

/** Levels of syntax that are read; code that a person wrote has some dozens. */
const deepest = 1500;

/** A file that is a module by its kind has `await` at its top level, whether or not it imports anything. */
const moduleSyntax: ts.CreateSourceFileOptions = {
  languageVersion: ts.ScriptTarget.ESNext,
  setExternalModuleIndicator: (file) => Reflect.set(file, "externalModuleIndicator", true),
};

/** Parses a source, as a module by its kind or as what it looks like. Undefined when it is nested too deeply to be walked. */
export function parseShallow(
  name: string,
  text: string,
  kind: ts.ScriptKind,
  isModule: boolean,
): ts.SourceFile | undefined {
  let source: ts.SourceFile;
  try {
    source = ts.createSourceFile(name, text, isModule ? moduleSyntax : ts.ScriptTarget.ESNext, true, kind);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  // The parser counts the nodes it makes: no file is nested more deeply than it has nodes.
  if ("nodeCount" in source && Number(source.nodeCount) < deepest) return source;
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
