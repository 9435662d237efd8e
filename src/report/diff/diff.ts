import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { renderHunks } from "./hunks.ts";

export interface DiffOptions {
  readonly color: boolean;
  /** Leaves out the hunks of lockfiles and says how much changes there: they hide the change a person looks for. */
  readonly brief?: boolean;
}

/** One file's text before and after. A file that is new has no text before, one that goes has none after. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Changes as a unified diff that `git apply` and `patch -p1` take. In colour it is for reading: control characters of
 * the sources are then shown as their codes.
 */
export function renderDiff(changes: readonly FileChange[], options: DiffOptions): string {
  const paint = createPaint(options.color);
  const lines = changes.flatMap((change) =>
    options.brief === true && isLockfile(change.path) ? renderBriefly(change) : renderFile(change),
  );
  return lines.map((line) => `${options.color ? colorLine(line, paint) : line.text}\n`).join("");
}

interface DiffLine {
  readonly kind: "header" | "hunk" | "gone" | "new" | "same";
  readonly text: string;
}

function renderFile({ path, before, after }: FileChange): DiffLine[] {
  if (before === after) return [];
  const header = [`diff --git ${quotePath(`a/${path}`)} ${quotePath(`b/${path}`)}`];
  if (before === undefined) header.push("new file mode 100644");
  if (after === undefined) header.push("deleted file mode 100644");
  const hunks = renderHunks(before ?? "", after ?? "");
  if (hunks.length > 0) {
    header.push(`--- ${before === undefined ? "/dev/null" : namePath(`a/${path}`)}`);
    header.push(`+++ ${after === undefined ? "/dev/null" : namePath(`b/${path}`)}`);
  }
  return [...header.map((text): DiffLine => ({ kind: "header", text })), ...hunks.map(classify)];
}

function isLockfile(path: string): boolean {
  return /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path);
}

function renderBriefly(change: FileChange): DiffLine[] {
  const lines = renderFile(change);
  if (lines.length === 0) return [];
  const count = (kind: DiffLine["kind"]): string => countOf(lines.filter((line) => line.kind === kind).length, "line");
  const header = lines.filter(({ kind }) => kind === "header");
  const text = `${count("gone")} go, ${count("new")} come; a pipe or a file gets the whole diff`;
  return [...header, { kind: "hunk", text }];
}

function classify(text: string): DiffLine {
  if (text.startsWith("@@")) return { kind: "hunk", text };
  if (text.startsWith("-")) return { kind: "gone", text };
  return { kind: text.startsWith("+") ? "new" : "same", text };
}

function colorLine({ kind, text }: DiffLine, paint: Paint): string {
  const safe = text.replace(/\r$/, "").split("\t").map(printable).join("\t");
  if (kind === "same") return safe;
  return paint(({ header: "bold", hunk: "cyan", gone: "red", new: "green" } as const)[kind], safe);
}

/** A path as git writes it: in quotes with C escapes where it has quotes, backslashes or control characters. */
function quotePath(path: string): string {
  if (!/["\\\u0000-\u001f\u007f]/.test(path)) return path;
  const escaped = path.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, (character) => {
    return `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped}"`;
}

/** In the lines that name a file a tab ends a path with spaces, or the rest would be taken for a date. */
function namePath(path: string): string {
  const quoted = quotePath(path);
  return quoted.includes(" ") && !quoted.startsWith('"') ? `${quoted}\t` : quoted;
}
