/** Block scalars: `|` keeps line ends, `>` folds them. */
import { lineEndFrom } from "./flow.ts";
import { syntaxError, type YamlScalar } from "./node.ts";

/** The scalar whose header is at `at`, in a block of this indentation. It ends with its last line that is not blank. */
export function blockScalarAt(text: string, at: number, lineEnd: number, indent: number): YamlScalar {
  const header = /^([|>])(?:([1-9])?([+-])?|([+-])([1-9]))(?:\s+#.*)?\s*$/.exec(text.slice(at, lineEnd));
  if (header === null) throw syntaxError("the header of a block scalar is not understood", at);
  const given = header[2] ?? header[5];
  const chomp = header[3] ?? header[4] ?? "";
  let width = given === undefined ? undefined : Math.max(indent, 0) + Number(given);
  const lines: string[] = [];
  let end = lineEnd;
  let widest = 0;
  for (let start = text.indexOf("\n", lineEnd) + 1; start > 0 && start < text.length;) {
    const stop = lineEndFrom(text, start);
    const line = text.slice(start, stop);
    if (/^(?:---|\.\.\.)(?:\s|$)/.test(line)) break;
    const column = line.search(/[^ ]/);
    if (column !== -1) {
      width ??= Math.max(column, indent + 1);
      if (given === undefined && column >= width && widest > width) {
        throw syntaxError("a blank line before the first one is indented further", start);
      }
      if (column < width) break;
      end = stop;
    }
    if (width === undefined) widest = Math.max(widest, line.length);
    lines.push(line.slice(width ?? line.length));
    const next = text.indexOf("\n", stop);
    if (next === -1) break;
    start = next + 1;
  }
  let kept = lines.length;
  while (kept > 0 && lines[kept - 1] === "") kept--;
  const body = header[1] === "|" ? lines.slice(0, kept).join("\n") : fold(lines.slice(0, kept));
  const tail =
    chomp === "-" || (kept === 0 && chomp !== "+")
      ? ""
      : chomp === "+"
        ? "\n".repeat(lines.length - kept + (kept > 0 ? 1 : 0))
        : "\n";
  return { kind: "scalar", text: body + tail, quoted: true, start: at, end };
}

/** A single line end becomes a blank, unless a line beside it is indented further. */
function fold(lines: readonly string[]): string {
  let folded = "";
  let breaks = 0;
  let previous: string | undefined;
  for (const line of lines) {
    if (line === "") {
      breaks++;
      continue;
    }
    const isIndented = /^[ \t]/.test(line) || (previous !== undefined && /^[ \t]/.test(previous));
    if (previous === undefined) folded += "\n".repeat(breaks);
    else if (isIndented) folded += "\n".repeat(breaks + 1);
    else folded += breaks === 0 ? " " : "\n".repeat(breaks);
    folded += line;
    previous = line;
    breaks = 0;
  }
  return folded;
}
