import type { AuditResult } from "../../audit/finding.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { writeSarif } from "../notices/sarif.ts";
import { noticesOf } from "./notices.ts";

/** The audit as SARIF 2.1.0, for code scanning. */
export function renderAuditSarif(result: AuditResult, { prefix = "" }: NoticeOptions): string {
  return writeSarif(noticesOf(result, prefix));
}
