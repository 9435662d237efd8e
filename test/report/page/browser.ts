/** The reader's browser: Chromium of the machine, without network, watched for errors and requests. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where Chromium is; undefined when it is nowhere. CHROMIUM names another place. */
export const chromiumPath = [process.env["CHROMIUM"], ...places].find((path) => path !== undefined && existsSync(path));

export async function openBrowser(): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
  ];
  return await chromium.launch({ executablePath: chromiumPath ?? "", args });
}

/** What a page did beside showing itself: errors on its console, and requests for anything but itself. */
export interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a text as a file from disk. */
export async function openPage(browser: Browser, text: string, options: { dark?: boolean } = {}): Promise<Watched> {
  const folder = mkdtempSync(join(tmpdir(), "shrinkdeps-page-"));
  const file = join(folder, "report.html");
  writeFileSync(file, text);
  const address = pathToFileURL(file).href;
  const page = await browser.newPage({
    viewport: { width: 1100, height: 900 },
    colorScheme: options.dark === true ? "dark" : "light",
  });
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  page.on("request", (request) => {
    if (request.url() !== address) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  const close = async (): Promise<void> => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { page, complaints, close };
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds that is serious or worse: "color-contrast: <p …>". */
export async function seriousFindings(page: Page): Promise<string[]> {
  // The page's own policy lets no other script in; the protocol's isolated world is not bound by it.
  const source = createRequire(import.meta.url).resolve("axe-core");
  const { readFileSync } = await import("node:fs");
  const violations: readonly AxeViolation[] = await page.evaluate(
    `${readFileSync(source, "utf8")}; axe.run().then((found) => found.violations)`,
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}
