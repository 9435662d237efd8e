/** The findings of an audit as an earlier run wrote them, read back from its JSON. */
import { isRecord } from "../analyze/installed/manifest.ts";
import { severities, type CheckResult } from "./finding.ts";

/** The checks of an audit's document; undefined for anything else. */
export function readSavedChecks(value: unknown): readonly CheckResult[] | undefined {
  if (!isRecord(value) || !Array.isArray(value["checks"])) return undefined;
  const checks: readonly unknown[] = value["checks"];
  return checks.every(isCheck) ? checks : undefined;
}

function isCheck(value: unknown): value is CheckResult {
  return (
    isRecord(value) &&
    typeof value["check"] === "string" &&
    Array.isArray(value["findings"]) &&
    value["findings"].every(isFinding)
  );
}

function isFinding(value: unknown): boolean {
  if (!isRecord(value) || !severities.some((severity) => severity === value["severity"])) return false;
  const { line, count } = value;
  const numbers = [line, count].filter((one) => one !== undefined);
  const texts = ["check", "subject", "message", "path"].map((key) => value[key]);
  return texts.every((text) => typeof text === "string") && numbers.every((one) => typeof one === "number");
}
