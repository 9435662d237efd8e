import { test } from "node:test";
import { checkProject } from "./check.ts";
import { projects } from "./projects.ts";

for (const project of projects.filter(({ quick }) => quick)) {
  test(`${project.name}@${project.version} works as before without ${list(project.goes)}`, async () => {
    await checkProject(project);
  });
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "anything less" : names.join(", ");
}
