/** What the installed code refers to that reaches the world. Parses all of it, so it is done only when asked for. */
import { ts } from "ts-morph";
import { capabilitiesOf } from "../../analyze/installed/capabilities.ts";
import { filesOfPackage, findInstalled } from "../../analyze/installed/files.ts";
import type { PackageNode } from "../../project/graph.ts";
import type { Disk } from "../../project/project.ts";
import { eachOf } from "../../steps.ts";
import { defineCheck, withoutTree } from "../check.ts";
import type { Finding } from "../finding.ts";

/** Characters of one package that are worth parsing. */
const most = 4_000_000;

export const capabilities = defineCheck("capabilities", (context) => {
  const { graph, project } = context;
  if (!context.capabilities)
    return { findings: [], unknown: ["what the installed code can do: not looked at without --capabilities"] };
  if (graph === undefined) return withoutTree(context);
  const findings: Omit<Finding, "check">[] = [];
  const unseen: string[] = [];
  for (const node of eachOf("audit", [...graph.nodes.values()])) {
    if (node.importer) continue;
    const seen = look(project.disk, node);
    const subject = `${node.name}@${node.version ?? "?"}`;
    if (seen === undefined) unseen.push(subject);
    else findings.push(...judge(seen, subject, graph.source));
  }
  const names = unseen.slice(0, 5).join(", ") + (unseen.length > 5 ? `, and ${unseen.length - 5} more` : "");
  return {
    findings,
    unknown: unseen.length === 0 ? [] : [`what ${names} can do: not installed, or too large to read`],
  };
});

interface Seen {
  readonly capabilities: readonly string[];
  /** Files whose names are hidden on purpose, relative to the root. */
  readonly obfuscated: readonly string[];
  /** Files written on few very long lines. */
  readonly minified: readonly string[];
}

function judge(
  { capabilities: found, obfuscated, minified }: Seen,
  subject: string,
  source: string,
): Omit<Finding, "check">[] {
  const [hidden] = obfuscated;
  const findings: Omit<Finding, "check">[] = [];
  if (hidden !== undefined)
    findings.push({
      severity: "medium",
      subject,
      path: hidden,
      message: "its code hides what it does behind generated names",
      advice: "read it before it runs again, or replace it",
    });
  if (found.length > 0) {
    const note = minified.length > 0 ? "; a part of it is minified" : "";
    findings.push({
      severity: "info",
      subject,
      path: source,
      message: `its code refers to: ${found.join(", ")}${note}`,
    });
  }
  return findings;
}

function look(disk: Disk, node: PackageNode): Seen | undefined {
  const directory = findInstalled(disk, node);
  if (directory === undefined) return undefined;
  const found = new Set<string>();
  const obfuscated: string[] = [];
  const minified: string[] = [];
  let characters = 0;
  for (const path of filesOfPackage(disk, directory)) {
    if (path.endsWith(".node")) found.add("native code");
    if (!/\.[cm]?js$/.test(path)) continue;
    const file = disk.read(path);
    if (!("text" in file)) continue;
    characters += file.text.length;
    if (characters > most) return undefined;
    for (const one of capabilitiesOf(ts.createSourceFile(path, file.text, ts.ScriptTarget.Latest, true)))
      found.add(one);
    if (isObfuscated(file.text)) obfuscated.push(path);
    else if (isMinified(file.text)) minified.push(path);
  }
  return { capabilities: [...found].sort(), obfuscated, minified };
}

/** The usual obfuscators number what they rename: `_0x3fa1`. */
function isObfuscated(text: string): boolean {
  return new Set(text.match(/\b_0x[0-9a-f]{4,}\b/g)).size >= 10;
}

function isMinified(text: string): boolean {
  return text.length > 5_000 && text.length / (text.split("\n").length || 1) > 400;
}
