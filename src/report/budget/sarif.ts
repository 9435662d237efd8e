import type { BudgetResult } from "../../budget/result.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { writeSarif } from "../notices/sarif.ts";
import { noticesOf, ruleWords } from "./notices.ts";

/** The budget as SARIF 2.1.0, for code scanning. */
export function renderBudgetSarif(result: BudgetResult, { prefix = "" }: NoticeOptions): string {
  return writeSarif({ rules: ruleWords, notices: noticesOf(result, prefix) });
}
