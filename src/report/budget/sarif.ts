import type { BudgetResult } from "../../budget/result.ts";
import { noticesOf, ruleWords, type Notice } from "./notices.ts";
import type { BudgetReportOptions } from "./report.ts";

const rules = Object.entries(ruleWords).map(([id, text]) => ({ id, shortDescription: { text } }));

/** The budget as SARIF 2.1.0, for code scanning. */
export function renderBudgetSarif(result: BudgetResult, { prefix = "" }: BudgetReportOptions): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "shrinkdeps", rules } },
        columnKind: "utf16CodeUnits",
        results: noticesOf(result, prefix).map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult({ rule, subject, message, place }: Notice) {
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: "error",
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: place.path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
          region: { startLine: place.line, startColumn: place.column },
        },
      },
    ],
    partialFingerprints: { "shrinkdeps/v1": `${rule} ${subject}` },
  };
}
