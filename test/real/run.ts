/**
 * `npm run real [-- <name>…]` checks the projects of the table, one line each.
 * `npm run real -- --mass [<name>…] [--limit 50] [--keep]` rewrites every installed package that uses a recipe's package.
 */
import { parseArgs } from "node:util";
import { checkProject } from "./check.ts";
import { download, downloadMass } from "./download.ts";
import { tryMember } from "./mass.ts";
import { findMembers } from "./members.ts";
import { projects } from "./projects.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mass: { type: "boolean" }, limit: { type: "string" }, keep: { type: "boolean" } },
});
const asked = (name: string): boolean => positionals.length === 0 || positionals.includes(name);

let failed = 0;
if (values.mass) await runMass();
else await runProjects();
process.exitCode = failed === 0 ? 0 : 1;

async function runProjects(): Promise<void> {
  for (const project of projects.filter(({ name }) => asked(name))) {
    const title = `${project.name}@${project.version}`;
    try {
      const { gone, packages, files } = await checkProject(project);
      console.log(
        `ok   ${title}: ${gone.join(", ") || "nothing"} gone, ${packages.join(" to ")} packages, ${files.length} files`,
      );
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${title}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function runMass(): Promise<void> {
  const trees = [await downloadMass()];
  for (const project of projects) trees.push(await download(project));
  const members = findMembers(trees).filter(({ name }) => asked(name));
  const removed = new Map<string, number>();
  for (const member of members.slice(0, Number(values.limit ?? members.length))) {
    const { gone, changed, failures, output } = await tryMember(member, values.keep);
    for (const name of gone) removed.set(name, (removed.get(name) ?? 0) + 1);
    const title = `${member.name}@${member.version}`;
    console.log(
      `${failures.length === 0 ? "ok  " : "FAIL"} ${title}: ${gone.join(", ") || "nothing"} gone, ${changed.length} files`,
    );
    for (const failure of failures) console.log(`     ${failure}`);
    if (values.keep) console.log(output);
    if (failures.length > 0) failed += 1;
  }
  console.log(`\n${members.length} packages, ${failed} with failures`);
  for (const [name, times] of [...removed].sort((a, b) => b[1] - a[1]))
    console.log(`${String(times).padStart(5)} ${name}`);
}
