import type { Recipe } from "../../../src/recipe.ts";
import type { Entry, Numbers } from "./count.ts";

/** Inputs tried in a proof, by package. */
export type Tried = ReadonlyMap<string, number>;

/** The page docs/recipes.md: every recipe with its replacement, floor, versions, inputs tried and deviations. */
export function writePage(entries: readonly Entry[], numbers: Numbers, tried: Tried): string {
  const inputs = [...tried.values()].reduce((total, each) => total + each, 0);
  const head = `# The catalogue

Written by \`npm run catalogue -- --write\`; do not edit it. The recipes are in [\`recipes/\`](../recipes).

${numbers.packages} packages, ${numbers.exports} exports, ${inputs.toLocaleString("en")} inputs tried without a difference that is not listed below.
Another ${numbers.advised} packages have no recipe but a sentence on what to do by hand, which \`shrinkdeps explain\` shows.

- **Versions**: the range a recipe speaks for. An installed version outside it is not touched.
- **Floor**: the lowest Node it runs on, and the month since which browsers have it (none: not in browsers).
- **Inputs**: how many were tried on the package and on its replacement, over all versions, in the last long run.
- A difference is a _message_ (only the text or class of an error), a _quirk_ (an oddity nobody is known to want) or
  **observable** (used only with \`--allow-deviations\`).
- A function that stands in for one of a package has a name, a \`length\` and a source text of its own; that is not listed.
`;
  return [head, ...entries.map((entry) => sectionOf(entry, tried.get(entry.name)))].join("\n");
}

function sectionOf({ name, eras }: Entry, inputs: number | undefined): string {
  const link = `[${name}](../recipes/${name}.ts)`;
  const rows = eras.map((era) => `| ${versionsOf(era)} | ${cell(era.replacement)} | ${floorOf(era)} |`);
  const notes = eras.flatMap((era) => (era.deviations ?? []).map((each) => noteOf(each, era, eras.length > 1)));
  const deviations = [...new Set(notes)].map((note) => `- ${note}\n`).join("");
  const tried = inputs === undefined ? "not tried by the proof" : `${inputs.toLocaleString("en")} inputs`;
  return `## ${link}

| versions | replacement | floor |
| --- | --- | --- |
${rows.join("\n")}

${tried}
${deviations === "" ? "" : `\n${deviations}`}`;
}

function versionsOf({ versions, loads = {} }: Recipe): string {
  const range = (text: string): string => code(text.replaceAll("|", "\\|"));
  return [range(versions), ...Object.entries(loads).map(([name, loaded]) => `${name} ${range(loaded)}`)].join(" with ");
}

function floorOf({ floor }: Recipe): string {
  const node = floor.node === "0.10.0" ? "any Node" : `Node ${floor.node}`;
  return floor.baseline === undefined ? node : `${node}, browsers ${floor.baseline}`;
}

function noteOf(each: NonNullable<Recipe["deviations"]>[number], era: Recipe, isOneOfMany: boolean): string {
  const severity = each.severity === "observable" ? "**observable**" : `_${each.severity}_`;
  const where = [
    ...(isOneOfMany ? [era.versions] : []),
    ...(each.exports ?? []),
    ...(each.commands ?? []).map((command) => `the command ${command}`),
  ];
  return `${severity}${where.length > 0 ? ` (${where.map(code).join(", ")})` : ""}: ${escape(each.note)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function cell(text: string): string {
  return escape(text).replaceAll("|", "\\|");
}

/** What Markdown would take for markup: names with underscores, stars and brackets. */
function escape(text: string): string {
  return text.replace(/[\\`*_<>[\]]/g, "\\$&");
}

/** The inputs tried that a page tells, by package. */
export function readTried(page: string): Tried {
  const sections = page.split(/^## /m).slice(1);
  const found = sections.map((section): [string, number] => [
    /^\[([^\]]+)\]/.exec(section)?.[1] ?? "",
    Number((/^([\d,]+) inputs$/m.exec(section)?.[1] ?? "").replaceAll(",", "")),
  ]);
  return new Map(found.filter(([, inputs]) => inputs > 0));
}
