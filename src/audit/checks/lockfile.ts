/** Whether there is one lockfile, committed, known and in step with the manifests. */
import type { Problem } from "../../project/project.ts";
import { defineCheck } from "../check.ts";
import type { Finding, Severity } from "../finding.ts";

const severityOf: Partial<Record<Problem["kind"], Severity>> = {
  "lockfile-missing": "medium",
  "lockfile-malformed": "high",
  "lockfile-out-of-step": "medium",
  "lockfile-unsupported": "medium",
};

export const lockfile = defineCheck("lockfile", ({ project, graph, isIgnored }) => {
  const found = project.problems.flatMap(({ kind, path, line, message }): Omit<Finding, "check">[] => {
    const severity = severityOf[kind];
    return severity === undefined
      ? []
      : [{ severity, subject: path, message, path, ...(line !== undefined && { line }) }];
  });
  const isLost = graph !== undefined && !graph.source.includes("/") && isIgnored(graph.source);
  const ignored: Omit<Finding, "check"> = {
    severity: "medium",
    subject: graph?.source ?? "",
    path: ".gitignore",
    message: "git ignores the lockfile, so that every machine resolves anew",
    advice: "commit it",
  };
  const absent: Omit<Finding, "check"> = {
    severity: "medium",
    subject: "package-lock.json",
    path: "package.json",
    message: "there is no lockfile: the tree was read from what is installed here, and elsewhere another may be",
    advice: "run npm install, and commit the lockfile",
  };
  // npm keeps this one of what is installed; nobody commits it.
  const isAbsent = graph?.source.startsWith("node_modules/") === true;
  return { findings: [...found, ...(isLost ? [ignored] : []), ...(isAbsent ? [absent] : [])] };
});
