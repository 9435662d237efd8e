import type { BudgetResult, Finding, Measurement } from "../../budget/result.ts";
import { printable } from "../text/cells.ts";
import { formatNumber } from "../text/quantity.ts";
import { ruleOf } from "./notices.ts";
import { describeFinding, describeOutcome, formatLimitPlace, nameOfLimit, placeOfFinding } from "./words.ts";

interface Case {
  readonly name: string;
  readonly failures: readonly Finding[];
}

/** The budget as JUnit's XML: a test case for each limit, and one for each denied package and each exception that ended. */
export function renderBudgetJunit(result: BudgetResult): string {
  const cases = casesOf(result);
  const failed = cases.filter(({ failures }) => failures.length > 0).length;
  const counts = `tests="${cases.length}" failures="${failed}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="shrinkdeps" ${counts}>`,
    `  <testsuite name="budget" ${counts} skipped="0">`,
    ...cases.flatMap(renderCase),
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function casesOf(result: BudgetResult): Case[] {
  const { findings, measurements } = result;
  const limited = measurements.filter(({ allowed }) => allowed !== undefined);
  const others = findings.filter(({ kind }) => kind === "denied" || kind === "expired");
  const cases = [
    ...limited.map((measurement) => ({ name: nameOfCase(measurement), failures: failuresOf(measurement, findings) })),
    ...others.map((finding) => ({ name: describeFinding(finding), failures: [finding] })),
  ];
  // A report without a case is taken for one that went missing.
  return cases.length > 0 ? cases : [{ name: describeOutcome(result), failures: [] }];
}

function nameOfCase(measurement: Measurement): string {
  return `at most ${formatNumber(measurement.allowed ?? 0)} ${nameOfLimit(measurement)}`;
}

function failuresOf(measurement: Measurement, findings: readonly Finding[]): Finding[] {
  const isOfProject = measurement.limit === "newPackages" && measurement.workspace === undefined;
  return findings.filter(
    (finding) =>
      (finding.kind === "new" && isOfProject) || (finding.kind === "limit" && finding.measurement === measurement),
  );
}

function renderCase({ name, failures }: Case): string[] {
  const [first] = failures;
  const open = `    <testcase classname="shrinkdeps.budget" name="${escapeXml(name)}"`;
  if (first === undefined) return [`${open}/>`];
  const message = failures.length === 1 ? describeFinding(first) : `${failures.length} findings`;
  const lines = failures.map((finding) => {
    const place = placeOfFinding(finding);
    return (place === undefined ? "" : `${formatLimitPlace(place)}: `) + describeFinding(finding);
  });
  return [
    `${open}>`,
    `      <failure type="${ruleOf[first.kind]}" message="${escapeXml(message)}">${lines.map(escapeXml).join("\n")}</failure>`,
    "    </testcase>",
  ];
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Safe in text and in an attribute. XML has no way to write most control characters, so they are shown as their code. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, "\ufffd")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
