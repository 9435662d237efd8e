import type { AuditResult } from "../../audit/finding.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { plainText, type TextOptions } from "../options.ts";
import { renderAuditAnnotations } from "./annotations.ts";
import { renderAuditJson } from "./json.ts";
import { renderAuditMarkdown } from "./markdown.ts";
import { renderAuditSarif } from "./sarif.ts";
import { renderAudit } from "./terminal.ts";

const renderers = {
  terminal: renderAudit,
  json: renderAuditJson,
  markdown: renderAuditMarkdown,
  sarif: renderAuditSarif,
  github: renderAuditAnnotations,
} as const satisfies Record<string, (result: AuditResult, options: TextOptions & NoticeOptions) => string>;

export type AuditFormat = keyof typeof renderers;

export const auditFormats: readonly AuditFormat[] = ["terminal", "json", "markdown", "sarif", "github"];

/** The result of an audit as text that ends with a line break; JSON as audit.schema.json describes it. */
export function reportAudit(
  result: AuditResult,
  format: AuditFormat,
  options: Partial<TextOptions> & NoticeOptions = {},
): string {
  return renderers[format](result, { ...plainText, ...options });
}
