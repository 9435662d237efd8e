import type { AuditResult } from "../audit/finding.ts";
import { ShrinkdepsError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import type { Io } from "./io.ts";

/** Adds what the configured registry says to what the files say; what it answers is kept for the next run. */
export async function askRegistry(project: Project, offline: AuditResult, io: Io): Promise<AuditResult> {
  const { auditOnline } = await import("../audit/online/audit.ts");
  const { result, cache } = await auditOnline(project, offline, { env: io.env });
  if (cache !== undefined) {
    const { writeReport } = await import("../apply/settings.ts");
    try {
      writeReport(project.root, cache.path, cache.text);
    } catch (error) {
      // A run without a cache is slower the next time, and nothing else.
      if (!(error instanceof ShrinkdepsError)) throw error;
    }
  }
  return result;
}
