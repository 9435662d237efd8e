import type { BudgetResult } from "../../budget/result.ts";
import { writeAnnotation, writeAnnotations } from "../notices/annotations.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { noticesOf } from "./notices.ts";
import { describeOutcome } from "./words.ts";

const title = "shrinkdeps budget";

/** The budget as workflow commands of GitHub Actions: an error on each line that is to be looked at. */
export function renderBudgetAnnotations(result: BudgetResult, { prefix = "" }: NoticeOptions): string {
  if (!result.configured) return writeAnnotation(title, describeOutcome(result));
  if (result.findings.length === 0) return writeAnnotation(title, "Within budget.");
  return writeAnnotations(title, { notices: noticesOf(result, prefix) });
}
