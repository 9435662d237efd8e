/** How many hold a publish right over the tree: as near as files come to it. */
import { publishersOf } from "../../project/publishers.ts";
import { defineCheck, withoutTree } from "../check.ts";

export const publishers = defineCheck("publishers", (context) => {
  const { graph, project } = context;
  if (graph === undefined) return withoutTree(context);
  const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
  const found = publishersOf(packages, project.disk);
  if ("unknown" in found) return { findings: [], unknown: [`how many publishers there are: ${found.unknown}`] };
  const subject = `${packages.length} packages`;
  const count = found.publishers.size;
  const message = `they come from ${count} scopes and repository owners`;
  return { findings: [{ severity: "info", subject, message, path: graph.source, count }] };
});
