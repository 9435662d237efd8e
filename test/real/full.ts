/** The whole table, for `npm run test:full`: `node --test dist/test/real/full.js`. */
import { test } from "node:test";
import { checkProject } from "./check.ts";
import { projects } from "./projects.ts";

for (const project of projects.filter(({ quick }) => !quick)) {
  test(`${project.name}@${project.version} works as before after apply`, async () => {
    await checkProject(project);
  });
}
