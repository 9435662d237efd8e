/** Makes the pinned lockfile of a project of the table with the real npm: `node dist/test/real/pin.js <name>…`. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { npm } from "./command.ts";
import { extract, forget, lockOf } from "./download.ts";
import { projects } from "./projects.ts";

const asked = new Set(process.argv.slice(2));
for (const project of projects) {
  if (asked.size === 0 ? existsSync(lockOf(project.name)) : !asked.has(project.name)) continue;
  const directory = await extract(project);
  await npm(directory, "install", "--package-lock-only");
  mkdirSync(dirname(lockOf(project.name)), { recursive: true });
  writeFileSync(lockOf(project.name), withoutTexts(readFileSync(join(directory, "package-lock.json"), "utf8")));
  forget(dirname(directory));
  console.log(`pinned ${project.name}@${project.version}`);
}

/** Facts only: what authors wrote for people (where to send money, why not to use it) is left out. */
function withoutTexts(lock: string): string {
  const json: unknown = JSON.parse(lock, (key, value: unknown) =>
    key === "funding" || key === "deprecated" ? undefined : value,
  );
  return `${JSON.stringify(json, undefined, 2)}\n`;
}
