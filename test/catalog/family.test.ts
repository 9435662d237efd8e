import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../src/catalog/read.ts";
import type { Catalog } from "../../src/catalog/catalog.ts";
import { eachAlone } from "../../src/recipe.ts";
import type { FileStyle } from "../../src/rewrite/style.ts";
import { writeHelper } from "../../src/rewrite/helper/module.ts";
import { ShrinkdepsError } from "../../src/errors.ts";

/** Two packages that sort fish, by functions of one family. */
const family = {
  "recipes/families/fish/scales.ts": `import { EOL } from "node:os";
import type { Fish } from "./kinds.ts";

/** What a fish weighs. */
export function weigh(fish: Fish): number {
  return fish.weight + EOL.length;
}

function hidden(): number {
  return 1;
}
`,
  "recipes/families/fish/kinds.ts": `export interface Fish {
  readonly weight: number;
}
`,
  "recipes/families/fish/table.ts": `import { weigh } from "./scales.ts";
import type { Fish } from "./kinds.ts";

/** The heaviest first. */
export function sort(list: unknown): Fish[] {
  return [...(list as Fish[])].sort((a, b) => weigh(b) - weigh(a));
}

/** The heaviest. */
export const heaviest = [(list: readonly Fish[]) => sort(list)[0], (list: unknown) => sort(list)[0]];

export const table = { sort, heaviest, max: Math.max };
export const quirks = [{ severity: "quirk", note: "An empty net gives nothing." }] as const;
export const floor = { node: "12.0.0" };
`,
};

const harbour = (era: string, imports = `import { floor, quirks, sort, table } from "./families/fish/table.ts";`) => `
import { defineRecipe, eachAlone } from "../src/recipe.ts";
${imports}

export default defineRecipe({ package: "harbour", versions: "*", replacement: "a loop", floor, ${era} });
`;

function read(recipe: string): Catalog {
  return catalogOf({ ...family, "recipes/harbour.ts": recipe });
}

function entriesOf(recipe: string): Record<string, string[]> {
  const [era] = read(recipe).get("harbour")?.eras ?? [];
  return Object.fromEntries([...(era?.entries ?? [])].map(([entry, table]) => [entry, [...table.keys()]]));
}

function failureOf(recipe: string): { message: string; path: string | undefined; line: number | undefined } {
  try {
    read(recipe);
  } catch (error) {
    assert.ok(error instanceof ShrinkdepsError);
    return { message: error.message, path: error.path, line: error.line };
  }
  assert.fail("it is read without complaint");
}

test("one table of a family serves as exports, spread in another, and for subpaths of each", () => {
  assert.deepEqual(entriesOf(harbour("exports: { ...table, other: sort }")), {
    ".": ["sort", "heaviest", "max", "other"],
  });
  const subpaths = `exports: table, subpaths: { ...eachAlone({ sort, max: Math.max }, "", ".js"), "./auto": {} }`;
  assert.deepEqual(entriesOf(harbour(subpaths)), {
    ".": ["sort", "heaviest", "max"],
    "./sort": ["default"],
    "./sort.js": ["default"],
    "./max": ["default"],
    "./max.js": ["default"],
    "./auto": [],
  });
  const sort = (): number => 1;
  assert.deepEqual(eachAlone({ sort }, "", ".js"), { "./sort": { default: sort }, "./sort.js": { default: sort } });
});

test("a list of cases may spread another one, and nothing else", () => {
  const replacement = read(harbour("exports: { sort: [...both, sort] } });\nconst both = [Math.max, Math.min];\n({"))
    .get("harbour")
    ?.eras[0]?.entries.get(".")
    ?.get("sort");
  assert.equal(replacement?.kind, "cases");
  assert.deepEqual(
    replacement.cases.map((one) => one.native?.members[0]),
    ["max", "min", undefined],
  );
  assert.match(
    failureOf(harbour("exports: { sort: [...port, sort] } });\nconst port = new Map();\n({")).message,
    /what a list of cases spreads is another list of cases/,
  );
});

test("deviations and floors are shared as functions are", () => {
  const [era] = read(
    harbour(`exports: { sort }, deviations: [...quirks, { severity: "message", note: "Short." }]`),
  ).get("harbour")?.eras ?? [undefined];
  assert.deepEqual(era?.floor, { node: "12.0.0" });
  assert.deepEqual(
    era?.deviations.map(({ note }) => note),
    ["An empty net gives nothing.", "Short."],
  );
});

const style: FileStyle = {
  quote: "'",
  semicolons: true,
  indent: "  ",
  eol: "\n",
  modules: "esm",
  nodePrefix: true,
  arrowParens: "always",
  functionSpace: false,
  braceSpace: true,
  trailingCommas: "all",
  gaps: { own: false, upwards: false },
  bodies: "some",
};
const shape = { self: true, members: new Set<string>(), named: new Set<string>() };

test("a helper brings the constants that its functions need where they are taken out of an object", () => {
  const [era] =
    read(
      harbour(
        "exports: { default: weighs } });\nconst { sin, nested: { cos } } = Math;\nfunction weighs(value) { return sin(value) + cos(value); }\n({",
      ),
    ).get("harbour")?.eras ?? [];
  const text = writeHelper(
    { replacements: era?.entries.get(".") ?? new Map(), shape, language: "js", style },
    "harbour",
  );
  assert.match(text, /^const \{\s*sin,\s*nested: \{ cos \},?\s*\} = Math;$/m);
});

test("a helper brings what its functions need from every module of the family", () => {
  const [era] = read(harbour("exports: { default: sort }")).get("harbour")?.eras ?? [];
  const text = (language: "js" | "ts"): string =>
    writeHelper({ replacements: era?.entries.get(".") ?? new Map(), shape, language, style }, "harbour");
  assert.equal(
    text("js"),
    `import { EOL } from 'node:os';

/** What a fish weighs. */
function weigh(fish) {
  return fish.weight + EOL.length;
}

/** The heaviest first. */
export default function harbour(list) {
  return [...list].sort((a, b) => weigh(b) - weigh(a));
}
`,
  );
  assert.match(text("ts"), /^interface Fish \{$/m);
});

test("what a recipe cannot have of a family is told with its place", () => {
  const wrong = (imports: string) => failureOf(harbour("exports: {}", imports));
  assert.deepEqual(wrong(`import { cod } from "./families/fish/table.ts";`), {
    message: "recipes/families/fish/table.ts exports no cod",
    path: "recipes/harbour.ts",
    line: 3,
  });
  assert.match(wrong(`import { hidden } from "./families/fish/scales.ts";`).message, /exports no hidden/);
  assert.match(wrong(`import { sort as order } from "./families/fish/table.ts";`).message, /order keeps its own name/);
  assert.match(wrong(`import * as fish from "./families/fish/table.ts";`).message, /imported by name/);
  assert.match(wrong(`import { cod } from "./families/shark.ts";`).message, /imports ".\/families\/shark.ts"/);
  assert.match(wrong(`import { cod } from "./left-pad.ts";`).message, /imports ".\/left-pad.ts"/);
  assert.match(wrong(`import { cod } from "lodash";`).message, /imports "lodash"/);
  const twice = failureOf(`${harbour("exports: table")}\nfunction weigh() {}`);
  assert.match(twice.message, /^weigh is a name of recipes\/(?:harbour|families\/fish\/scales)\.ts too$/);
  assert.match(failureOf(harbour("exports: { ...weigh }")).message, /exports are an object literal/);
  assert.match(
    failureOf(harbour("exports: table, subpaths: eachAlone(table)")).message,
    /eachAlone\(table, …endings\)/,
  );
});
