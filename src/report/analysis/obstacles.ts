import type { DependencyReport } from "../../analyze/analysis.ts";
import type { JudgedUsage } from "../../analyze/usage.ts";
import type { TextOptions } from "../options.ts";
import { getWidth, printable } from "../text/cells.ts";
import type { Paint } from "../text/paint.ts";
import { indentText } from "../text/section.ts";
import { formatPlace, groupRefusals } from "./refusals.ts";

const placesShown = 3;

/** What stands in the way of the removals that need a person: each reason once, with the packages and places it holds. */
export function renderObstacles(ranked: readonly DependencyReport[], options: TextOptions, paint: Paint): string[] {
  const obstacles = new Map<string, [name: string, places: readonly JudgedUsage[]][]>();
  for (const { name, usages } of ranked) {
    for (const { reason, usages: places } of groupRefusals(usages)) {
      const others = obstacles.get(reason);
      if (others === undefined) obstacles.set(reason, [[name, places]]);
      else others.push([name, places]);
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

function renderPlaces(name: string, places: readonly JudgedUsage[], width: number, paint: Paint): string[] {
  const more = places.length - placesShown;
  const shown = places.slice(0, placesShown).map((usage) => printable(formatPlace(usage)));
  const listed = more > 0 ? [...shown, `and ${more} more`] : shown;
  return listed.map((place, index) => {
    const label = index === 0 ? name : "";
    const space = " ".repeat(Math.max(width - getWidth(label), 0));
    return `    ${paint("yellow", label)}${space}  ${paint("dim", place)}`;
  });
}
