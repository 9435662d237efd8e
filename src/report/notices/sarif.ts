import type { Notice, Notices } from "./notice.ts";

/** Notices as SARIF 2.1.0, for code scanning. */
export function writeSarif({ rules: words, notices }: Notices): string {
  const rules = Object.entries(words).map(([id, text]) => ({ id, shortDescription: { text } }));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "shrinkdeps", rules } },
        columnKind: "utf16CodeUnits",
        results: notices.map((notice) => toResult(notice, Object.keys(words))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult({ rule, level, subject, message, place }: Notice, rules: readonly string[]) {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level,
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
