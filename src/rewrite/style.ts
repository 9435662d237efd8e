/** How a file is written: what new text has to look like in it. */
import { ts } from "../typescript.ts";
import { type BodyBraces, bodyBraces } from "./bodies.ts";
import { countHabits, type Habits } from "./habits.ts";
import type { GapCounts, ImportGaps } from "./import-gaps.ts";

export type ArrowParens = "always" | "block" | "never";

/** Which lists over several lines end with a comma. Behind arguments it is a syntax error before Node 8. */
export type TrailingCommas = "none" | "values" | "all";

export interface FileStyle {
  readonly quote: '"' | "'";
  readonly semicolons: boolean;
  readonly indent: string;
  readonly eol: "\n" | "\r\n";
  /** Whether built-in modules are named with "node:". */
  readonly nodePrefix: boolean;
  /** How the file loads modules. */
  readonly modules: "esm" | "cjs";
  /** Where the one parameter of an arrow function stands in parentheses: always, before a block only, or never. */
  readonly arrowParens: ArrowParens;
  /** Whether a blank stands between a function's name and its parameters. */
  readonly functionSpace: boolean;
  /** Whether a blank stands inside braces around names or properties. */
  readonly braceSpace: boolean;
  readonly trailingCommas: TrailingCommas;
  readonly gaps: ImportGaps;
  readonly bodies: BodyBraces;
}

/** What a file that shows no example of its own goes by. */
export interface ProjectStyle {
  readonly nodePrefix: boolean;
  readonly indent: string;
  readonly arrowParens: ArrowParens;
  readonly functionSpace: boolean;
  readonly braceSpace: boolean;
  readonly trailingCommas: TrailingCommas;
  readonly gaps: ImportGaps;
  readonly bodies: BodyBraces;
}

const usual: ProjectStyle = {
  nodePrefix: true,
  indent: "  ",
  arrowParens: "always",
  functionSpace: false,
  braceSpace: true,
  trailingCommas: "values",
  gaps: { own: false, upwards: false },
  bodies: "some",
};

/** The habits of the files together; the more frequent form wins, and where there is none what is usual. */
export function readProjectStyle(sources: readonly ts.SourceFile[]): ProjectStyle {
  const all = sources.map((source) => countHabits(source));
  const sum = (count: (habits: Habits) => number): number => all.reduce((total, habits) => total + count(habits), 0);
  const indents = all.flatMap(({ indent }) => indent ?? []);
  const frequency = (indent: string): number => indents.filter((one) => one === indent).length;
  return {
    nodePrefix: sum((one) => one.prefixed) >= sum((one) => one.bare),
    indent: [...indents].sort((a, b) => frequency(b) - frequency(a))[0] ?? usual.indent,
    arrowParens: arrowParens({
      enclosed: sum((one) => one.enclosed - one.enclosedBlock),
      naked: sum((one) => one.naked - one.nakedBlock),
      enclosedBlock: sum((one) => one.enclosedBlock),
      nakedBlock: sum((one) => one.nakedBlock),
    }),
    functionSpace: sum((one) => one.spaced) > sum((one) => one.tight),
    braceSpace: sum((one) => one.roomy) >= sum((one) => one.snug),
    trailingCommas: trailingCommas({
      trailed: sum((one) => one.trailed),
      untrailed: sum((one) => one.untrailed),
      trailedCall: sum((one) => one.trailedCall),
      untrailedCall: sum((one) => one.untrailedCall),
    }),
    gaps: importGaps({
      ownApart: sum((one) => one.ownApart),
      ownTight: sum((one) => one.ownTight),
      upwardsApart: sum((one) => one.upwardsApart),
      upwardsTight: sum((one) => one.upwardsTight),
    }),
    bodies: bodyBraces({
      bodiesBraced: sum((one) => one.bodiesBraced),
      bodiesBelow: sum((one) => one.bodiesBelow),
      bodiesBeside: sum((one) => one.bodiesBeside),
    }),
  };
}

/** Reads the style off a file's own syntax; the more frequent form wins, and the project's where it shows none. */
export function readStyle(
  source: ts.SourceFile,
  moduleKind: "esm" | "cjs" | "unknown",
  project: ProjectStyle = usual,
): FileStyle {
  const habits = countHabits(source);
  const { single, double, ended, open, prefixed, bare, spaced, tight, roomy, snug, indent, isModule } = habits;
  return {
    quote: single > double ? "'" : '"',
    semicolons: ended >= open,
    indent: indent ?? project.indent,
    eol: source.text.includes("\r\n") ? "\r\n" : "\n",
    nodePrefix: prefixed === bare ? project.nodePrefix : prefixed > bare,
    modules: moduleKind === "cjs" || (moduleKind !== "esm" && !isModule) ? "cjs" : "esm",
    arrowParens: project.arrowParens,
    functionSpace: spaced === tight ? project.functionSpace : spaced > tight,
    braceSpace: roomy === snug ? project.braceSpace : roomy > snug,
    trailingCommas: project.trailingCommas,
    gaps: importGaps(habits, project.gaps),
    bodies: project.bodies,
  };
}

/** A text in braces, as the file writes them. */
export function inBraces(text: string, { braceSpace }: Pick<FileStyle, "braceSpace">): string {
  return braceSpace ? `{ ${text} }` : `{${text}}`;
}

function importGaps(counts: GapCounts, otherwise: ImportGaps = usual.gaps): ImportGaps {
  const { ownApart, ownTight, upwardsApart, upwardsTight } = counts;
  return {
    own: ownApart === ownTight ? otherwise.own : ownApart > ownTight,
    upwards: upwardsApart === upwardsTight ? otherwise.upwards : upwardsApart > upwardsTight,
  };
}

type Commas = Pick<Habits, "trailed" | "untrailed" | "trailedCall" | "untrailedCall">;

function trailingCommas({ trailed, untrailed, trailedCall, untrailedCall }: Commas): TrailingCommas {
  if (trailedCall > untrailedCall) return "all";
  return untrailed > trailed ? "none" : usual.trailingCommas;
}

type Arrows = Pick<Habits, "enclosed" | "naked" | "enclosedBlock" | "nakedBlock">;

/** `enclosed` and `naked` are of those without a block. */
function arrowParens({ enclosed, naked, enclosedBlock, nakedBlock }: Arrows): ArrowParens {
  if (nakedBlock > enclosedBlock) return "never";
  if (naked > enclosed) return enclosedBlock > 0 ? "block" : "never";
  return "always";
}
