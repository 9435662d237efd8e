import type { Fix, FixPlan, LeftAlone } from "../../audit/fixes/fix.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";

const titles: Record<Fix["kind"], string> = {
  "frozen-install": "Installs what the lockfile says",
  "local-tool": "Runs the tool that the lockfile holds",
  "exact-version": "Names the version of the lockfile",
};

/** What the fixes are, each with its place, and what is left to a person with the reason. */
export function reportFixes({ fixes, left }: FixPlan, options: TextOptions): string {
  const paint = createPaint(options.color);
  if (fixes.length + left.length === 0) return "Nothing here is mended mechanically.\n";
  const kinds = [...new Set(fixes.map(({ kind }) => kind))];
  const sections = [
    ...kinds.map((kind) => renderKind(kind, fixes, options, paint)),
    renderLeft(left, options, paint),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function renderKind(kind: Fix["kind"], fixes: readonly Fix[], options: TextOptions, paint: Paint): string[] {
  const own = fixes.filter((fix) => fix.kind === kind);
  return [
    paint("bold", `${titles[kind]}: ${countOf(own.length, "fix", "fixes")}`),
    ...own.flatMap((fix) =>
      indentText(printable(`${fix.path}:${fix.line}: ${describeFix(fix)}`), 2, options.columns).map((line) =>
        paint("green", line),
      ),
    ),
  ];
}

function describeFix(fix: Fix): string {
  switch (fix.kind) {
    case "frozen-install":
      return `${fix.before} → npm ci`;
    case "local-tool": {
      const adds = fix.adds === undefined ? "" : `, and devDependencies list ${fix.adds.name} ${fix.adds.version}`;
      return `${fix.before} → ${fix.after}${adds}`;
    }
    case "exact-version":
      return `${fix.name} ${fix.range} → ${fix.version}`;
  }
}

/** Each reason once, with what it is about. */
function renderLeft(left: readonly LeftAlone[], options: TextOptions, paint: Paint): string[] {
  if (left.length === 0) return [];
  const reasons = new Map<string, LeftAlone[]>();
  for (const one of left) reasons.set(one.reason, [...(reasons.get(one.reason) ?? []), one]);
  return [
    paint("bold", "Left to you"),
    ...[...reasons].flatMap(([reason, about]) => [
      ...indentText(printable(reason), 2, options.columns),
      ...about.map(
        ({ path, line, subject }) => `    ${paint("dim", printable(`${path}:${line}`))}  ${printable(subject)}`,
      ),
    ]),
  ];
}

/** What was written, what that does not prove, and how to go back. */
export function reportFixesWritten(
  paths: readonly string[],
  { fixes }: FixPlan,
  command: string | undefined,
  options: TextOptions,
): string {
  const paint = createPaint(options.color);
  const isWorkflow = fixes.some(({ path }) => path.startsWith(".github/"));
  const proved =
    command === undefined ? [] : indentText(`\`${printable(command)}\` passes before and after.`, 0, options.columns);
  const notProved = isWorkflow
    ? ["", paint("bold", "Not proved"), "  what a workflow does, which shows when it runs"]
    : [];
  return `${[
    paint("bold", `Done: ${countOf(paths.length, "file")} written.`),
    ...proved,
    ...notProved,
    "",
    paint("bold", "Next"),
    ...listCommands([["shrinkdeps undo", "takes it all back"]]),
  ].join("\n")}\n`;
}
