/** What takes minutes, for `npm run test:full`: the rest of the table, and a sample of the mass. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkProject } from "./check.ts";
import { download, downloadMass } from "./download.ts";
import { tryMember } from "./mass.ts";
import { findMembers } from "./members.ts";
import { projects } from "./projects.ts";

/** How many of the installed packages are tried here; `npm run real -- --mass` tries them all. */
const sample = 25;

for (const project of projects.filter(({ quick }) => !quick)) {
  test(`${project.name}@${project.version} works as before after apply`, async () => {
    await checkProject(project);
  });
}

test("published packages load as before once their dependencies are gone", async (context) => {
  const trees = [await downloadMass(), ...(await Promise.all(projects.map(download)))];
  const members = findMembers(trees);
  const step = Math.max(Math.floor(members.length / sample), 1);
  const chosen = members.filter((_, index) => index % step === 0);
  assert.ok(chosen.length >= sample, `only ${chosen.length} packages to try`);
  for (const member of chosen) {
    await context.test(`${member.name}@${member.version}`, async () => {
      const { failures } = await tryMember(member);
      assert.deepEqual(failures, []);
    });
  }
});
