/** What the installed code refers to that reaches the world. Parses all of it, so it is done only when asked for. */
import { eachOf } from "../../steps.ts";
import { defineCheck, withoutTree } from "../check.ts";
import type { Code } from "../code.ts";
import { labelOf, type Finding } from "../finding.ts";

export const capabilities = defineCheck("capabilities", (context) => {
  const { graph } = context;
  if (!context.capabilities)
    return { findings: [], unknown: ["what the installed code can do: not looked at without --capabilities"] };
  if (graph === undefined) return withoutTree(context);
  const findings: Omit<Finding, "check">[] = [];
  const unseen: string[] = [];
  for (const node of eachOf("audit", [...graph.nodes.values()])) {
    if (node.importer) continue;
    const code = context.readCode(node);
    if (code === undefined) unseen.push(labelOf(node));
    else findings.push(...judge(code, labelOf(node), context.placeOf(node)));
  }
  const names = unseen.slice(0, 5).join(", ") + (unseen.length > 5 ? `, and ${unseen.length - 5} more` : "");
  return {
    findings,
    unknown: unseen.length === 0 ? [] : [`what ${names} can do: not installed, or too large to read`],
  };
});

function judge(
  { capabilities: found, obfuscated, minified }: Code,
  subject: string,
  place: Pick<Finding, "path" | "line">,
): Omit<Finding, "check">[] {
  const note = minified.length > 0 ? "; a part of it is minified" : "";
  const refers: Omit<Finding, "check"> = {
    severity: "info",
    subject,
    ...place,
    message: `its code refers to: ${found.join(", ")}${note}`,
  };
  return [...judgeHidden(obfuscated, subject), ...(found.length > 0 ? [refers] : [])];
}

/** What generated names hide is told whatever else the code does. */
export function judgeHidden([path]: readonly string[], subject: string): Omit<Finding, "check">[] {
  if (path === undefined) return [];
  const message = "its code hides what it does behind generated names";
  return [{ severity: "medium", subject, path, message, advice: "read it before it runs again, or replace it" }];
}
