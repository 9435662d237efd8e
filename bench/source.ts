/** One generated source file of 60 to 120 lines: imports, an interface, a table, functions with loops, a class. */
import { candidates, lasting, type Candidate } from "./candidates.ts";
import type { Random } from "./random.ts";

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const areas = ["orders", "ships", "tides", "quays", "crews", "cargo", "ledger", "routes"] as const;
const nouns = [
  "manifest",
  "berth",
  "invoice",
  "signal",
  "pilot",
  "anchor",
  "voyage",
  "customs",
  "crane",
  "harbour",
] as const;
const perDirectory = 40;

/** Share of the files that mention a package with a recipe. */
export const mentioning = 0.03;

export function pathOf(index: number): string {
  const area = areas[index % areas.length] ?? "orders";
  const noun = nouns[Math.floor(index / areas.length) % nouns.length] ?? "berth";
  const part = Math.floor(index / perDirectory);
  return `src/part-${part}/${area}-${noun}-${index}.${isTypeScript(index) ? "ts" : "js"}`;
}

function isTypeScript(index: number): boolean {
  return index % 10 < 7;
}

/** File `index` of `count`. Every file but the first is imported by an earlier one. */
export function makeSource(index: number, count: number, random: Random): GeneratedFile {
  const typed = isTypeScript(index);
  const children = [1, 2, 3, 4].map((nth) => index * 4 + nth).filter((child) => child < count);
  // Only towards later files: chains of imports stay as short as people's are.
  const later = (): number => index + 1 + random.below(Math.max(count - index - 1, 1));
  const others = [...new Set([...children, later(), later()])].filter((other) => other < count);
  const candidate = random.chance(mentioning) ? random.pick(candidates) : undefined;
  const outside = random.chance(0.3) ? random.pick(lasting) : undefined;
  const lines = [
    `// Keeps the ${random.pick(nouns)} of ${random.pick(areas)} in order.`,
    ...(candidate === undefined ? [] : [candidate.import]),
    ...(outside === undefined ? [] : [`import { use as useOutside } from "${outside}";`]),
    ...others.map((other) => `import { settle${other} } from "${relative(index, other)}";`),
    ...(outside === undefined ? ["", "const useOutside = Number;"] : []),
    "",
    ...shape(index, typed),
    ...table(index, random, typed),
    ...Array.from({ length: 3 + random.below(5) }, (_, nth) => step(index, nth, random, typed)).flat(),
    ...keeper(index, random, typed),
    ...settle(index, others, candidate, typed),
  ];
  return { path: pathOf(index), text: `${lines.join("\n")}\n` };
}

function relative(from: number, to: number): string {
  const path = pathOf(to).replace(/\.ts$/, ".js");
  const [directory, file] = [path.split("/")[1], path.split("/")[2]];
  return pathOf(from).split("/")[1] === directory ? `./${file}` : `../${directory}/${file}`;
}

function shape(index: number, typed: boolean): string[] {
  if (!typed) return [];
  return [
    `export interface Entry${index} {`,
    "  readonly name: string;",
    "  readonly weight: number;",
    "  readonly sealed: boolean;",
    "}",
    "",
  ];
}

function table(index: number, random: Random, typed: boolean): string[] {
  const rows = Array.from(
    { length: 3 + random.below(6) },
    () => `  { name: "${random.pick(nouns)}", weight: ${random.below(900)}, sealed: ${random.chance(0.5)} },`,
  );
  return [`const entries${typed ? `: readonly Entry${index}[]` : ""} = [`, ...rows, "];", ""];
}

function step(index: number, nth: number, random: Random, typed: boolean): string[] {
  const number = typed ? ": number" : "";
  return [
    `/** Weighs step ${nth} of the ${random.pick(nouns)}. */`,
    `function weigh${nth}(limit${number})${number} {`,
    "  let sum = 0;",
    "  for (const entry of entries) {",
    `    if (entry.sealed && entry.weight > ${random.below(500)}) continue;`,
    `    sum += entry.weight % (limit + ${1 + random.below(9)});`,
    "  }",
    `  return sum > limit ? sum - ${index % 97} : sum * ${1 + random.below(4)};`,
    "}",
    "",
  ];
}

function keeper(index: number, random: Random, typed: boolean): string[] {
  return [
    `export class Keeper${index} {`,
    typed ? "  readonly seen = new Map<string, number>();" : "  seen = new Map();",
    "",
    `  note(name${typed ? ": string" : ""}, weight${typed ? ": number" : ""}) {`,
    "    const known = this.seen.get(name) ?? 0;",
    "    this.seen.set(name, known + weight);",
    `    return known > ${random.below(99)} ? \`\${name}: \${known}\` : name.toUpperCase();`,
    "  }",
    "}",
    "",
  ];
}

function settle(index: number, others: readonly number[], candidate: Candidate | undefined, typed: boolean): string[] {
  const number = typed ? ": number" : "";
  return [
    `export function settle${index}(depth${number})${number} {`,
    "  const total = weigh0(depth) + weigh1(depth) + useOutside(depth);",
    `  const label = new Keeper${index}().note("${index}", total);`,
    ...(candidate === undefined ? [] : [`  if (${candidate.use} === "") return 0;`]),
    "  if (depth <= 0) return label.length;",
    `  return ${["total", ...others.map((other) => `settle${other}(depth - 1)`)].join(" + ")};`,
    "}",
  ];
}
