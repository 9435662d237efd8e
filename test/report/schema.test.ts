import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator, type Schema } from "@cfworker/json-schema";
import type { Analysis } from "../../src/analyze/analysis.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import {
  formWords,
  kindWords,
  problemWords,
  removalWords,
  severityWords,
  verdictWords,
} from "../../src/report/words.ts";
import { analysisOf, dependency, usageAt } from "./results.ts";

const text = readFileSync(new URL("../../../src/report/analysis.schema.json", import.meta.url), "utf8");
const schema: Schema = JSON.parse(text);
const validator = new Validator(schema, "2020-12", false);

function assertValid(analysis: Analysis): void {
  const { errors } = validator.validate(JSON.parse(reportAnalysis(analysis, "json")));
  assert.deepEqual(errors, []);
}

const unknown = { known: false, reason: "no lockfile" } as const;

test("the schema takes an analysis in which all is known", () => {
  assertValid(
    analysisOf([
      dependency("left-pad", {
        evidence: [{ source: "catalog", text: "The platform has it.", url: "https://example.org/" }],
        usages: [
          { ...usageAt("a.ts", 1), becomes: "b", change: { line: 1, before: "a", after: "b" } },
          usageAt("b.ts", 2, { kind: "refuse", reason: "a glob" }),
          usageAt("c.ts", 3, { kind: "drop" }),
        ],
        deviations: [{ severity: "quirk", note: "no octal", exports: ["default"] }],
      }),
    ]),
  );
});

test("the schema takes an analysis in which nothing is known", () => {
  const nothing = dependency("a", {
    version: undefined,
    footprint: unknown,
    replacement: undefined,
    lines: undefined,
    usages: [{ ...usageAt("a.ts", 1), export: undefined }],
  });
  const analysis = analysisOf([nothing], {
    graph: unknown,
    problems: [{ kind: "lockfile-missing", path: "package-lock.json", message: "There is none.", fatal: false }],
    workspaces: [
      {
        directory: "",
        name: undefined,
        floor: { node: undefined, source: "browserslist", browser: true, browserSource: "browserslist" },
      },
    ],
  });
  assertValid({
    ...analysis,
    totals: { ...analysis.totals, freed: unknown, freedAutomatically: unknown, packages: undefined },
  });
});

test("the schema refuses what is no analysis", () => {
  const valid: Record<string, unknown> = JSON.parse(reportAnalysis(analysisOf([]), "json"));
  assert.equal(validator.validate(valid).valid, true);
  for (const change of [{ schema: 2 }, { totals: {} }, { extra: 1 }, { problems: null }]) {
    assert.equal(validator.validate({ ...valid, ...change }).valid, false, JSON.stringify(change));
  }
});

test("the schema knows every kind there is", () => {
  const lists = [...text.matchAll(/"enum": (\[[^\]]*\])/g)].map(([, list]): string[] => JSON.parse(list ?? "[]"));
  for (const words of [verdictWords, removalWords, kindWords, formWords, severityWords, problemWords]) {
    const kinds = Object.keys(words).sort();
    assert.ok(
      lists.some((list) => JSON.stringify([...list].sort()) === JSON.stringify(kinds)),
      kinds.join(),
    );
  }
});
