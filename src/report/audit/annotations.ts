import type { AuditResult } from "../../audit/finding.ts";
import { writeAnnotations } from "../notices/annotations.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { noticesOf } from "./notices.ts";
import { describeSum } from "./words.ts";

/** The audit as workflow commands of GitHub Actions: the sum, what was found, and what is not known. */
export function renderAuditAnnotations(result: AuditResult, { prefix = "" }: NoticeOptions): string {
  return writeAnnotations("shrinkdeps audit", { sum: describeSum(result), ...noticesOf(result, prefix) });
}
