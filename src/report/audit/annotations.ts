import type { AuditResult } from "../../audit/finding.ts";
import { writeAnnotation, writeAnnotations } from "../notices/annotations.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { noticesOf } from "./notices.ts";
import { describeSum } from "./words.ts";

const title = "shrinkdeps audit";

/** The audit as workflow commands of GitHub Actions: the sum, what was found, and what is not known. */
export function renderAuditAnnotations(result: AuditResult, { prefix = "" }: NoticeOptions): string {
  const { notices, unknown = [] } = noticesOf(result, prefix);
  const unsure = unknown.length === 0 ? "" : writeAnnotation(title, `Not known:\n${unknown.join("\n")}`);
  return writeAnnotation(title, describeSum(result)) + writeAnnotations(title, notices) + unsure;
}
