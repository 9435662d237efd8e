import type { AuditResult } from "../../audit/finding.ts";
import { stableJson } from "../text/json.ts";
import { checkLimits, describeUnknowable } from "./words.ts";

/** The audit as JSON, as audit.schema.json describes it: each check with what it does not claim. */
export function renderAuditJson(result: AuditResult): string {
  const checks = result.checks.map((check) => ({ ...check, limit: checkLimits[check.check] }));
  return stableJson({ ...result, checks, unknowable: describeUnknowable(result) });
}
