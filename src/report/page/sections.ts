/** The parts of the page that need no program: tables, usages and facts. */
import type { Analysis, DependencyReport } from "../../analyze/analysis.ts";
import type { JudgedUsage } from "../../analyze/usage.ts";
import { findingsOf, type AuditResult } from "../../audit/finding.ts";
import { rankRemovable } from "../../analyze/rank.ts";
import { formatPlace } from "../analysis/refusals.ts";
import { useLines } from "../diff/change.ts";
import { describeTakeOver } from "../analysis/tree.ts";
import {
  checkLimits,
  checkTitles,
  describeSum,
  describeUnknowable,
  listUnknown,
  severityTitles,
} from "../audit/words.ts";
import { formatBytes, formatNumber } from "../text/quantity.ts";
import { formWords, removalWords, severityWords, usageWords, wordsOf } from "../words.ts";
import { html, type Html } from "./html.ts";

/** Every direct dependency with a box to tick: those that can go first, best first. */
export function dependencyTable({ dependencies }: Analysis): Html {
  const ranked = rankRemovable(dependencies);
  const rest = dependencies.filter((dependency) => !ranked.includes(dependency));
  return html`<div class="scroll" role="region" aria-label="Dependencies" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">drop</th>
          <th scope="col">dependency</th>
          <th scope="col">why</th>
          <th scope="col" class="number">frees</th>
          <th scope="col" class="number">size</th>
          <th scope="col" class="number">lines</th>
          <th scope="col">removal</th>
          <th scope="col">instead</th>
        </tr>
      </thead>
      <tbody>
        ${[...ranked, ...rest].map(dependencyRow)}
      </tbody>
    </table>
  </div>`;
}

/** What could be taken over, with what to type; nothing where there is none. */
export function takeOverList({ vendorable }: Analysis): Html {
  if (vendorable.length === 0) return html``;
  return html`<h3>Small enough to keep as code of your own</h3>
    <ul>
      ${vendorable.map((one) => html`<li>${describeTakeOver(one)}</li>`)}
    </ul>`;
}

function dependencyRow(dependency: DependencyReport): Html {
  const { name, workspace, kind, version, footprint, lines, removal, replacement } = dependency;
  const place = `${workspace === "" ? "" : `${workspace}, `}${kind}`;
  const frees = footprint.known ? formatNumber(footprint.packages.length) : "unknown";
  const size = footprint.known && footprint.bytes !== undefined ? formatBytes(footprint.bytes) : "unknown";
  return html`<tr>
    <td>
      <input
        type="checkbox"
        data-workspace="${workspace}"
        data-drop="${name}"
        data-removal="${removal}"
        aria-label="drop ${name} of ${place}"
      />
    </td>
    <th scope="row">${name} <span class="quiet">${version ?? ""} ${place}</span></th>
    <td>${wordsOf(dependency)}</td>
    <td class="number">${frees}</td>
    <td class="number">${size}</td>
    <td class="number">${lines === undefined ? "" : formatNumber(lines)}</td>
    <td class="removal-${removal}">${removalWords[removal]}</td>
    <td>${replacement ?? ""}</td>
  </tr> `;
}

/** Each dependency that can go, with every use of it before and after. */
export function usageList({ dependencies }: Analysis): Html {
  const shown = rankRemovable(dependencies).filter(({ usages, deviations }) => usages.length + deviations.length > 0);
  if (shown.length === 0) return html`<p>No dependency that can go is used.</p>`;
  return html`${shown.map(
    ({ name, workspace, usages, deviations }) =>
      html`<details data-usages>
        <summary>
          ${name}${workspace === "" ? "" : ` (${workspace})`}: ${usages.length} ${usages.length === 1 ? "use" : "uses"}
        </summary>
        ${deviations.map(({ severity, note }) => html`<p class="quiet">${severityWords[severity]}: ${note}</p>`)}
        ${usages.map(usageRow)}
      </details> `,
  )}`;
}

function usageRow(usage: JudgedUsage): Html {
  const { verdict, form } = usage;
  const what = verdict.kind === "refuse" ? `stays: ${verdict.reason}` : usageWords[verdict.kind];
  const lines = useLines(usage).map(({ sign, text }) =>
    sign === "-"
      ? html`<del>- ${text}</del>`
      : sign === "+"
        ? html`<ins>+ ${text}</ins>`
        : html`<span>${`  ${text}`}</span>`,
  );
  return html`<div data-usage>
    <code>${formatPlace(usage)}</code> <span class="quiet">${formWords[form]}</span>, ${what}
    <pre>${lines}</pre>
  </div> `;
}

/** The findings of an audit, those that matter most first, and what is not known. */
export function auditFacts(result: AuditResult): Html {
  const rows = findingsOf(result).map(
    ({ severity, check, subject, message, advice, path, line }) =>
      html`<tr>
        <td class="${severity}">${severityTitles[severity]}</td>
        <td>${checkTitles[check]}</td>
        <td><code>${subject}</code></td>
        <td>${message}${advice === undefined ? "" : `; ${advice}`}</td>
        <td><code>${path}${line === undefined ? "" : `:${line}`}</code></td>
      </tr> `,
  );
  const unknown = listUnknown(result);
  const limits = result.checks.map(({ check }) => html`<li>${checkLimits[check]}</li> `);
  return html`<p>${describeSum(result)} ${describeUnknowable(result)}</p>
    <div class="scroll" role="region" aria-label="Supply-chain facts" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">severity</th>
            <th scope="col">about</th>
            <th scope="col">what</th>
            <th scope="col">why</th>
            <th scope="col">where</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <h3>Not known</h3>
    <ul>
      ${unknown.map((text) => html`<li>${text}</li> `)}
    </ul>
    <details>
      <summary>What this does not claim</summary>
      <ul>
        ${limits}
      </ul>
    </details>`;
}

/** What could not be read. */
export function problemList({ problems }: Analysis): Html {
  if (problems.length === 0) return html``;
  const items = problems.map(
    ({ path, line, message }) => html`<li><code>${path}${line === undefined ? "" : `:${line}`}</code> ${message}</li> `,
  );
  return html`<h2>Problems</h2>
    <ul>
      ${items}
    </ul>`;
}
