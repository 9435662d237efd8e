import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Validator, type Schema } from "@cfworker/json-schema";
import { extract, forget } from "../real/download.ts";

/** The schema of SARIF 2.1.0, from a package that carries it. */
export async function readSarifSchema(): Promise<Validator> {
  const project = await extract({
    name: "@microsoft/jest-sarif",
    version: "1.0.0-beta.0",
    integrity: "sha512-A1fOhPd6Ic5iDk4F9YPw1qNB4XF+7+IviR7xl8r2F6QzQkx5cpY9LsGk2rExiFIEcBbjpVnSmwWGBukASkiQ9A==",
  });
  const schema: Schema = JSON.parse(readFileSync(join(project, "lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"));
  forget(dirname(project));
  return new Validator(schema, "4", false);
}

/** What tests ask of a log. */
export interface SarifLog {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  }[];
}
