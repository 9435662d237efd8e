/** The report as one HTML file that needs nothing else: no network, nothing to install, opened from disk. */
import { createHash } from "node:crypto";
import type { Analysis } from "../../analyze/analysis.ts";
import type { PackageTree } from "../../analyze/package-tree.ts";
import type { AuditResult } from "../../audit/finding.ts";
import { describeSum } from "../analysis/sum.ts";
import { dataElement, html, textElement, type Html } from "./html.ts";
import { readPageProgram } from "./program.ts";
import { auditFacts, dependencyTable, problemList, takeOverList, usageList } from "./sections.ts";
import { style } from "./style.ts";

export interface PageContent {
  readonly analysis: Analysis;
  /** Absent where the graph is unknown: the page then has no map and no totals. */
  readonly tree: PackageTree | undefined;
  readonly audit: AuditResult;
}

/** The whole page. Its policy lets run only its own program, by its hash, and load nothing from anywhere. */
export function renderPage({ analysis, tree, audit }: PageContent): string {
  const program = readPageProgram();
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(program)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Dependencies of ${analysis.name}</title>
        ${textElement("style", style)}
      </head>
      <body>
        <header>
          <h1>Dependencies of ${analysis.name}</h1>
          <p class="sum">${describeSum(analysis)}.</p>
        </header>
        <main>
          ${tree === undefined ? noTree(analysis) : treeSection()}
          <h2 id="dependencies">Direct dependencies</h2>
          ${tree === undefined ? html`` : tickTools()} ${dependencyTable(analysis)} ${takeOverList(analysis)}
          <h2 id="uses">What becomes of each use</h2>
          <p class="no-print">
            <label for="search">Search</label> <input id="search" type="search" />
            <span id="found" role="status"></span>
          </p>
          ${usageList(analysis)}
          <h2 id="supply-chain">Supply chain</h2>
          ${auditFacts(audit)} ${problemList(analysis)}
        </main>
        ${dataElement("tree", tree ?? { packages: [], needs: [], entries: [] })} ${textElement("script", program)}
      </body>
    </html> `;
  return page.html;
}

function noTree({ graph }: Analysis): Html {
  return html`<p>Which packages would leave is unknown: ${graph.known ? "" : graph.reason}</p>`;
}

function treeSection(): Html {
  return html`<h2 id="tree-heading">The tree of packages</h2>
    <p class="quiet">
      Each box is a direct dependency with the packages that would leave with it alone. Choose one to see who holds
      what.
    </p>
    <fieldset class="tools">
      <legend>Boxes by</legend>
      <label><input type="radio" name="measure" value="packages" checked /> packages</label>
      <label><input type="radio" name="measure" value="bytes" /> bytes</label>
    </fieldset>
    <div id="map" role="group" aria-labelledby="tree-heading"></div>
    <div id="detail" aria-live="polite"></div>`;
}

function tickTools(): Html {
  return html`<p id="totals" role="status"></p>
    <p class="tools">
      <button type="button" id="tick-all">Tick what goes automatically</button>
      <button type="button" id="tick-none">Tick nothing</button>
    </p>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
