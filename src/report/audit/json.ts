import type { AuditResult } from "../../audit/finding.ts";
import { stableJson } from "../text/json.ts";
import { checkLimits, describeUnknowable } from "./words.ts";

/** The audit as JSON, as audit.schema.json describes it. */
export function renderAuditJson(result: AuditResult): string {
  return stableJson(auditDocument(result));
}

/** The result, each check with what it does not claim. */
export function auditDocument(result: AuditResult) {
  const checks = result.checks.map((check) => ({ ...check, limit: checkLimits[check.check] }));
  return { ...result, checks, unknowable: describeUnknowable(result) };
}
