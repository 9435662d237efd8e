import type { Analysis } from "../../analyze/analysis.ts";
import { writeAnnotation, writeAnnotations } from "../notices/annotations.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { noticesOf } from "./notices.ts";
import { describeSum } from "./sum.ts";

const title = "shrinkdeps";

/** The analysis as workflow commands of GitHub Actions: the sum, what keeps a dependency, and what can go. */
export function renderAnalysisAnnotations(analysis: Analysis, { prefix = "" }: NoticeOptions): string {
  return writeAnnotation(title, describeSum(analysis)) + writeAnnotations(title, noticesOf(analysis, prefix));
}
