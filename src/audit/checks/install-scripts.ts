/** Packages that run code when they are installed. */
import type { PackageNode } from "../../project/graph.ts";
import { type AuditContext, defineCheck, withoutTree } from "../check.ts";
import { labelOf, type Finding } from "../finding.ts";
import { readHolders } from "../holders.ts";
import { scriptsPolicy } from "../scripts-policy.ts";

export const installScripts = defineCheck("install-scripts", (context) => {
  const { graph } = context;
  if (graph === undefined) return withoutTree(context);
  const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
  const holders = readHolders(graph);
  const silent = packages.filter(({ installScript }) => installScript === "unknown").length;
  return {
    findings: packages
      .filter(({ installScript }) => installScript === true)
      .map((node) => describe(context, node, holders.get(node.id))),
    unknown:
      silent === 0
        ? []
        : [
            `whether ${silent} of ${packages.length} packages have one: ${graph.source} does not say, and they are not installed`,
          ],
  };
});

function describe(context: AuditContext, node: PackageNode, holder: string | undefined): Omit<Finding, "check"> {
  const policy = scriptsPolicy(context, node);
  const subject = labelOf(node);
  const held = holder === undefined || holder === node.name ? "" : `, and leaves with ${holder}`;
  const place = context.placeOf(node);
  switch (policy.kind) {
    case "runs":
      return {
        severity: "medium",
        subject,
        ...place,
        message: `it runs a script when it is installed${held}`,
        advice: "install with scripts off (ignore-scripts), and run the few that are needed by name",
      };
    case "allowed":
      return {
        severity: "low",
        subject,
        ...place,
        message: `it runs a script when it is installed, as ${policy.by} allows${held}`,
      };
    case "blocked":
      return {
        severity: "info",
        subject,
        ...place,
        message: `its install script does not run, by ${policy.by}${held}`,
      };
  }
}
