/** One program for each form: executed before and after the rewrite, or refused with its reason. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rewrite, rewriteAndRun, type Files } from "./harness.ts";

interface Program {
  readonly fact: string;
  readonly source: string;
  /** "main.js", a file of a package without a type, when absent. */
  readonly file?: string;
  readonly others?: Files;
  /** Additions to package.json. */
  readonly manifest?: object;
}

export interface Form extends Program {
  /** What the file is afterwards; checked exactly. */
  readonly after: string;
  /** New files, or others as they are afterwards; only those named are checked. */
  readonly with?: Files;
}

export interface Refusal extends Program {
  readonly because: RegExp;
}

/** Each is rewritten, and does afterwards what it did before. */
export function rewritten(title: string, forms: readonly Form[]): void {
  describe(title, () => {
    for (const { fact, source, file = "main.js", others, manifest, after, with: written = {} } of forms)
      it(fact, async () => {
        const { files, reasons } = await rewriteAndRun({ ...others, [file]: source }, file, manifest);
        assert.equal(reasons, "");
        assert.equal(files[file], after);
        for (const [path, text] of Object.entries(written)) assert.equal(files[path], text);
      });
  });
}

/** Each stays as it is, for a reason that a person can act on. */
export function refused(title: string, refusals: readonly Refusal[]): void {
  describe(title, () => {
    for (const { fact, source, file = "main.js", others, manifest, because } of refusals)
      it(fact, async () => {
        const { files, plan, reasons } = await rewrite({ ...others, [file]: source }, manifest);
        assert.match(reasons, because);
        assert.equal(files[file], source);
        assert.ok(plan.packages.every((one) => one.outcome === "stay"));
      });
  });
}
