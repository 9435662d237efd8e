import type { BudgetResult, Measurement } from "../../budget/result.ts";
import { describeExcess, describeHolders } from "./words.ts";

/** The budget as workflow commands of GitHub Actions: an error on the line of each limit that is exceeded. */
export function renderBudgetAnnotations(result: BudgetResult): string {
  if (!result.configured) {
    return annotate("notice", `No budget is set in ${result.settings}; nothing was checked.`, {
      title: "shrinkdeps budget",
    });
  }
  const exceeded = result.measurements.filter(({ over }) => over > 0);
  if (exceeded.length === 0) return annotate("notice", "Within budget.", { title: "shrinkdeps budget" });
  return exceeded.map((measurement) => annotateExcess(measurement)).join("");
}

function annotateExcess(measurement: Measurement): string {
  const holders = describeHolders(measurement.holders);
  const { place } = measurement;
  return annotate("error", `${describeExcess(measurement)}${holders === "" ? "" : ` (${holders})`}`, {
    ...(place === undefined ? {} : { file: place.path, line: String(place.line), col: String(place.column) }),
    title: "shrinkdeps budget",
  });
}

function annotate(level: "error" | "notice", message: string, properties: Readonly<Record<string, string>>): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${list.join(",")}::${escapeData(message)}\n`;
}

// The runner undoes exactly these escapes; anything else is taken as it is.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
