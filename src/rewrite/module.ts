/** Files that are modules only by what they import. */
import { ts } from "../typescript.ts";
import { isComponent } from "../analyze/usages/component.ts";
import type { SourceFile } from "../project/project.ts";
import type { TextEdit } from "./plan.ts";
import { applyEdits } from "./removal.ts";
import type { FileStyle } from "./style.ts";

/** A file that loses its last import and is a module only by having one says so in another way. */
export function keepModule(
  source: ts.SourceFile,
  file: SourceFile | undefined,
  style: FileStyle,
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  const isModule = (text: string): boolean =>
    ts.isExternalModule(ts.createSourceFile(source.fileName, text, ts.ScriptTarget.ESNext));
  const isByKind = file?.moduleKind === "esm" && file.language !== "ts" && file.language !== "tsx";
  if (file === undefined || isByKind || isComponent(file.path)) return edits;
  if (!isModule(source.text) || isModule(applyEdits(source.text, edits))) return edits;
  const text = `${source.text.endsWith("\n") ? "" : style.eol}export {}${style.semicolons ? ";" : ""}${style.eol}`;
  return [...edits, { start: source.text.length, end: source.text.length, text }];
}
