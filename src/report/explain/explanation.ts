import type { DependencyReport, Relief } from "../../analyze/analysis.ts";
import type { JudgedUsage } from "../../analyze/usage.ts";
import { describeFootprint } from "../analysis/sum.ts";
import { formatPlace } from "../analysis/refusals.ts";
import { useLines } from "../diff/change.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";
import { formWords, kindWords, severityWords, usageWords, wordsOf } from "../words.ts";
import type { DependencyPath } from "./paths.ts";

/** What can be said of one package. */
export interface Explanation {
  readonly name: string;
  /** Ways to it through the tree; or why they are unknown. */
  readonly paths:
    | { readonly known: true; readonly paths: readonly DependencyPath[] }
    | { readonly known: false; readonly reason: string };
  /** One for each manifest that declares it; none when it is only a dependency of dependencies. */
  readonly dependencies: readonly DependencyReport[];
}

/** Why a package is here, what it costs, and every use of it with its verdict and the code it becomes. */
export function reportExplanation({ name, paths, dependencies }: Explanation, options: TextOptions): string {
  const paint = createPaint(options.color);
  const sections = [
    ...(dependencies.length === 0
      ? [[paint("bold", `${printable(name)} is no direct dependency: it comes with others, and goes with them.`)]]
      : []),
    renderPaths(paths, options, paint),
    ...dependencies.flatMap((dependency) => renderDependency(dependency, options, paint)),
    renderNext(dependencies, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderPaths(paths: Explanation["paths"], options: TextOptions, paint: Paint): string[] {
  const title = paint("bold", "Why it is here");
  if (!paths.known) return [title, ...indentText(`unknown: ${printable(paths.reason)}`, 2, options.columns)];
  if (paths.paths.length === 0) return [title, "  a manifest asks for it, but the lockfile does not hold it"];
  return [title, ...paths.paths.flatMap((path) => indentText(printable(path.join(" > ")), 2, options.columns))];
}

function renderDependency(dependency: DependencyReport, options: TextOptions, paint: Paint): string[][] {
  const { name, version, replacement, range, kind, place, evidence, footprint, usages, deviations } = dependency;
  const heading = `${name} ${version ?? "(version unknown)"}: ${wordsOf(dependency)}`;
  return [
    [
      paint("bold", printable(heading)),
      ...indentText(printable(`"${range}" in ${kindWords[kind]}, ${place.path}:${place.line}`), 2, options.columns),
      ...(replacement === undefined ? [] : indentText(printable(`instead: ${replacement}`), 2, options.columns)),
      ...evidence.flatMap(({ source, text, url }) =>
        indentText(printable(`${source}: ${text}${url === undefined ? "" : ` ${url}`}`), 2, options.columns),
      ),
    ],
    [
      paint("bold", "What leaves with it"),
      `  ${describeFootprint(footprint)}`,
      ...indentText(printable(footprint.known ? footprint.packages.join(", ") : footprint.reason), 2, options.columns),
      ...describeRelief(dependency.relief).flatMap((text) => indentText(printable(text), 2, options.columns)),
    ],
    [
      paint("bold", usages.length === 0 ? "No uses were found" : countOf(usages.length, "use")),
      ...usages.flatMap((usage) => renderUsage(usage, options, paint)),
    ],
    deviations.length === 0
      ? []
      : [
          paint("bold", "What differs afterwards"),
          ...deviations.flatMap(({ severity, note }) =>
            indentText(printable(`${severityWords[severity]}: ${note}`), 2, options.columns),
          ),
        ],
  ];
}

function describeRelief(relief: Relief | undefined): string[] {
  const { childProcess = [], publishers = [] } = relief ?? {};
  return [
    childProcess === "unknown" ? "whether its code starts other programs is unknown: install first" : "",
    childProcess !== "unknown" && childProcess.length > 0
      ? `code that starts other programs: ${childProcess.join(", ")}`
      : "",
    publishers !== "unknown" && publishers.length > 0 ? `all that comes from ${joinWords(publishers)}` : "",
  ].filter((text) => text !== "");
}

const signColors = { "-": "red", "+": "green", " ": "dim" } as const;

function renderUsage(usage: JudgedUsage, options: TextOptions, paint: Paint): string[] {
  const { verdict, form } = usage;
  const refused = verdict.kind === "refuse";
  const outcome = paint(refused ? "yellow" : "green", usageWords[verdict.kind]);
  return [
    `  ${printable(formatPlace(usage))}  ${formWords[form]}, ${outcome}`,
    ...(refused ? indentText(printable(verdict.reason), 4, options.columns) : []),
    ...useLines(usage).map(({ sign, text }) => paint(signColors[sign], `    ${sign} ${printable(text)}`.trimEnd())),
  ];
}

function renderNext(dependencies: readonly DependencyReport[], paint: Paint): string[] {
  const [first] = dependencies.filter(({ removal }) => removal === "automatic" || removal === "allowed");
  if (first === undefined) return [];
  const allow = first.removal === "allowed" ? " --allow-deviations" : "";
  return [
    paint("bold", "Next"),
    ...listCommands([[`shrinkdeps apply ${printable(first.name)}${allow}`, "ask, then remove it"]]),
  ];
}
