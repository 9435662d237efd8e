import type { AuditResult } from "../../audit/finding.ts";
import { plainText, type TextOptions } from "../options.ts";
import { stableJson } from "../text/json.ts";
import { renderAuditMarkdown } from "./markdown.ts";
import { renderAudit } from "./terminal.ts";

const renderers = {
  terminal: renderAudit,
  json: stableJson,
  markdown: renderAuditMarkdown,
} as const satisfies Record<string, (result: AuditResult, options: TextOptions) => string>;

export type AuditFormat = keyof typeof renderers;

/** The result of an audit as text that ends with a line break. */
export function reportAudit(result: AuditResult, format: AuditFormat, options: TextOptions = plainText): string {
  return renderers[format](result, options);
}
