/** The helpers that the catalogue can write, each by itself. */
import { ts } from "../../src/typescript.ts";
import type { Era, RecipeReplacement } from "../../src/catalog/catalog.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { writeHelper } from "../../src/rewrite/helper/module.ts";
import { readStyle } from "../../src/rewrite/style.ts";
import { readRecipes } from "./proof/source.ts";

const catalog = await readCatalog(readRecipes().map(({ name }) => name));
const style = readStyle(ts.createSourceFile("a.js", "", ts.ScriptTarget.ESNext, true), "esm");

export interface Written {
  readonly source: ts.SourceFile;
  /** Each export that is replaced by this helper, with the floor it is offered from. */
  readonly uses: { readonly where: string; readonly floor: Era["floor"] }[];
}

const written = new Map<string, readonly Written[]>();

/** The helper of each function and constant of the catalogue by itself, each text once. */
export function writtenIn(language: "js" | "ts"): readonly Written[] {
  const before = written.get(language);
  if (before !== undefined) return before;
  const byText = new Map<string, Written>();
  const texts = new Map<unknown, string>();
  for (const name of catalog.names)
    for (const era of catalog.get(name)?.eras ?? [])
      for (const { where, floor, of, replacement } of replacementsOf(era)) {
        const shape = { self: true, members: new Set<string>(), named: new Set<string>() };
        const replacements = new Map([["default", replacement]]);
        const text = texts.get(of) ?? writeHelper({ replacements, shape, language, style }, "helper");
        texts.set(of, text);
        const helper = byText.get(text) ?? {
          source: ts.createSourceFile(`helper.${language}`, text, ts.ScriptTarget.ESNext, true),
          uses: [],
        };
        byText.set(text, helper);
        helper.uses.push({ where: `${name} ${where}`, floor });
      }
  const helpers = [...byText.values()];
  written.set(language, helpers);
  return helpers;
}

interface Replaced {
  readonly where: string;
  readonly floor: Era["floor"];
  /** What the recipe says, the same object wherever several exports share it. */
  readonly of: unknown;
  readonly replacement: RecipeReplacement;
}

/** Each function and constant of an era by itself, with the floor it is offered from. */
function replacementsOf(era: Era): readonly Replaced[] {
  return [...era.entries].flatMap(([entry, table]) =>
    [...table].flatMap(([key, replacement]): readonly Replaced[] => {
      const where = `${era.versions} ${entry} ${key}`;
      if (replacement.kind !== "cases") return [{ where, floor: era.floor, of: replacement, replacement }];
      return replacement.cases.map((one) => {
        return { where, floor: one.since ?? era.floor, of: one, replacement: { kind: "cases", cases: [one] } };
      });
    }),
  );
}
