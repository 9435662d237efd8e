import type { Notice, Notices } from "./notice.ts";

/** Notices as SARIF 2.1.0, for code scanning. */
export function writeSarif({ rules: words, limits, notices, unknown = [] }: Notices): string {
  const rules = Object.entries(words).map(([id, text]) => {
    const limit = limits?.[id];
    return { id, shortDescription: { text }, ...(limit !== undefined && { help: { text: limit } }) };
  });
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "shrinkdeps", rules } },
        columnKind: "utf16CodeUnits",
        ...(unknown.length > 0 && { invocations: [incomplete(unknown)] }),
        results: notices.map((notice) => toResult(notice, Object.keys(words))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A run that came to its end, with what it could not know. */
function incomplete(unknown: readonly string[]) {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: unknown.map((text) => ({ level: "note", message: { text } })),
  };
}

function toResult({ rule, level, subject, message, place }: Notice, rules: readonly string[]) {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    ...(level === "fact" ? { kind: "informational", level: "none" } : { level }),
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
