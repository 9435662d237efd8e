/**
 * `npm run pictures` makes the pictures of the README from the bundled demo: what a terminal shows, and the page as
 * Chromium shows it, light. `npm run pictures -- --check` makes them and writes nothing, and says whether they are the same.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../src/cli/run.ts";
import { chromiumPath, openBrowser, openPage } from "../report/page/browser.ts";
import { drawTerminal } from "./svg.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pictures = join(root, "docs", "pictures");
const columns = 80;
const isCheck = process.argv.includes("--check");

const demo = mkdtempSync(join(tmpdir(), "shrinkdeps-pictures-"));
try {
  cpSync(join(root, "fixtures", "demo"), demo, {
    recursive: true,
    filter: (path) => !path.includes("node_modules"),
  });
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  execFileSync("npm", ["ci", ...flags], { cwd: demo, stdio: "inherit", shell: process.platform === "win32" });
  for (const command of ["analyze", "audit"]) {
    const shown = `$ shrinkdeps ${command}\n\n${await show([command])}`;
    keep(`${command}.svg`, drawTerminal(shown, columns));
  }
  if (chromiumPath === undefined) console.log("report.png is left as it is: there is no Chromium here");
  else if (!isCheck) await photograph(await show(["analyze", "--format", "html"]));
} finally {
  rmSync(demo, { recursive: true, force: true });
}

/** What the command line writes for a terminal. */
async function show(argv: readonly string[]): Promise<string> {
  let text = "";
  const stdout = { write: (more: string) => (text += more) };
  await run(argv, {
    stdout,
    stderr: process.stderr,
    stdin: undefined,
    isTTY: false,
    isOutputTTY: true,
    isErrorTTY: false,
    columns,
    env: {},
    cwd: demo,
  });
  return text;
}

function keep(name: string, svg: string): void {
  const path = join(pictures, name);
  if (!isCheck) writeFileSync(path, svg);
  else if (readFileSync(path, "utf8") !== svg) {
    console.log(`${name} is not what the demo shows today: run npm run pictures`);
    process.exitCode = 1;
  }
}

/** Pixels differ with the fonts of a machine, so that this one is looked at and not compared. */
async function photograph(html: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const { page, close } = await openPage(browser, html);
    await page.setViewportSize({ width: 960, height: 900 });
    await page.screenshot({ path: join(pictures, "report.png") });
    await close();
  } finally {
    await browser.close();
  }
}
