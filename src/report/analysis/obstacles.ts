import type { DependencyReport } from "../../analyze/analysis.ts";
import type { TextOptions } from "../options.ts";
import { getWidth, printable } from "../text/cells.ts";
import type { Paint } from "../text/paint.ts";
import { indentText } from "../text/section.ts";
import { formatPlace, groupRefusals } from "./refusals.ts";

const placesShown = 3;

/** What stands in the way of the removals that need a person: each reason once, with the packages and places it holds. */
export function renderObstacles(ranked: readonly DependencyReport[], options: TextOptions, paint: Paint): string[] {
  const obstacles = new Map<string, [name: string, places: readonly string[]][]>();
  for (const dependency of ranked) {
    for (const [reason, places] of obstaclesOf(dependency)) {
      const others = obstacles.get(reason);
      if (others === undefined) obstacles.set(reason, [[dependency.name, places]]);
      else others.push([dependency.name, places]);
    }
  }
  if (obstacles.size === 0) return [];
  const names = [...obstacles.values()].flat().map(([name]) => getWidth(printable(name)));
  const width = Math.min(Math.max(...names), 30);
  const lines = [...obstacles].flatMap(([reason, packages]) => [
    ...indentText(printable(reason), 2, options.columns),
    ...packages.flatMap(([name, places]) => renderPlaces(printable(name), places, width, paint)),
  ]);
  return [paint("bold", "What stands in the way"), ...lines];
}

/** Reasons with the uses that are refused for them, or the manifest's entry where it is no single use. */
function obstaclesOf({ usages, removal, evidence, place }: DependencyReport): [string, readonly string[]][] {
  const refused = groupRefusals(usages).map(({ reason, usages: places }): [string, readonly string[]] => [
    reason,
    places.map(formatPlace),
  ]);
  const others = removal === "manual" ? evidence.filter(({ source }) => source === "obstacle") : [];
  const entry = [`${place.path}:${place.line}:${place.column}`];
  return [...refused, ...others.map(({ text }): [string, readonly string[]] => [text, entry])];
}

function renderPlaces(name: string, places: readonly string[], width: number, paint: Paint): string[] {
  const more = places.length - placesShown;
  const shown = places.slice(0, placesShown).map(printable);
  const listed = more > 0 ? [...shown, `and ${more} more`] : shown;
  return listed.map((place, index) => {
    const label = index === 0 ? name : "";
    const space = " ".repeat(Math.max(width - getWidth(label), 0));
    return `    ${paint("yellow", label)}${space}  ${paint("dim", place)}`;
  });
}
