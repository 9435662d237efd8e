/** The types of src/refinements.ts that only a literal can prove, each with its test. */
import { type Fact, isNever, type Primitive } from "./fact.ts";
import { globMagic, shapeOf } from "./paths.ts";

type Test = (value: Primitive) => boolean;

const simpleGlob = /^(?:\.\/)?(?:(?!\.{1,2}\/)[\w.-]+\/)*(?:\*\*\/)?(?:\*|\*+[\w.-]+)$/;
const globPart = /^(?!\.$|\.\.)(?!\.[^*]*\*)(?!.*\*{3})[\w.@*-]+$/;
const globBraces = /^([^{]*)\{(?![^}]*\.\.)([\w.-]+(?:,[\w.-]+)+)\}(.*)$/;
const innerName = String.raw`(?!\.{1,2}(?:\/|$))[\p{L}\p{M}\p{N}_. -]+`;
const innerPath = new RegExp(String.raw`^(?! )(?:\.\/)?${innerName}(?:\/${innerName})*(?<! )$`, "u");
const rootGlob = /^(?:\.\/)?(?:\*\*\/)?\*[\w.-]*$/;
const folderGlob = /^(?:\.\/)?(?:(?!\.{1,2}\/)[\w.-]+\/)+(?:(?:\*\*\/)?\*[\w.-]*|\*\*)?$/;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["SingleCharacter", (value) => typeof value === "string" && value.length === 1],
  ["NonEmpty", (value) => typeof value === "string" && value !== ""],
  [
    "PlainPath",
    (value) => typeof value === "string" && value !== "" && !globMagic.test(value) && !value.includes("\0"),
  ],
  ["SimpleGlob", (value) => typeof value === "string" && simpleGlob.test(value)],
  ["Glob", (value) => typeof value === "string" && alternativesOf(value.replace(/^\.\//, "")).every(isGlob)],
  ["BareGlob", (value) => typeof value === "string" && alternativesOf(value).every(isBareGlob)],
  [
    "NegativeGlob",
    (value) => typeof value === "string" && value.startsWith("!") && alternativesOf(value.slice(1)).every(isBareGlob),
  ],
  ["InnerPath", (value) => typeof value === "string" && innerPath.test(value)],
  ["RootGlob", (value) => typeof value === "string" && rootGlob.test(value)],
  ["FolderGlob", (value) => typeof value === "string" && folderGlob.test(value)],
  [
    "Count",
    (value) =>
      typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 2 ** 32 && !Object.is(value, -0),
  ],
  ["FileName", (value) => typeof value === "string" && /^[^\\/:"\p{Cc}\p{Cs}]+$/u.test(value)],
  ["MediaType", (value) => typeof value === "string" && /^[a-z]+\/[a-z\d.+-]+$/.test(value)],
  ["PropertyName", (value) => typeof value === "string" && /^\w+$/.test(value)],
  [
    "DottedPath",
    (value) =>
      typeof value === "string" &&
      /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(value) &&
      value.split(".").every((key) => !forbiddenKeys.has(key)),
  ],
]);

/** The types that a call of node:path can prove as well. */
const pathTests: ReadonlyMap<string, (fact: Fact) => boolean> = new Map([
  ["NormalPath", (fact: Fact) => shapeOf(fact) !== undefined],
  ["EntryPath", (fact: Fact) => shapeOf(fact)?.entry ?? false],
  ["PlainEntryPath", (fact: Fact) => (shapeOf(fact)?.entry ?? false) && (shapeOf(fact)?.plain ?? false)],
]);

/** The types of src/refinements.ts that say more than a literal can, and what each is an abbreviation of. */
const abbreviated: ReadonlyMap<string, string> = new Map([
  ["Present", "NonNullable<unknown> | null"],
  ["Procedure", "(...args: readonly unknown[]) => void"],
  ["Arrow", "(...args: readonly unknown[]) => unknown"],
  ["ErrorCallback", "(error: Error | null) => void"],
]);

/** What the refinement is underneath, for the helper that is written into a project. */
export function baseOfRefinement(name: string): string | undefined {
  if (name === "Count") return "number";
  return tests.has(name) || pathTests.has(name) ? "string" : abbreviated.get(name);
}

/** Whether a value fits the refinement of that name; undefined when the name is none. */
export function refines(name: string, fact: Fact): boolean | undefined {
  if (name === "Present") return isNever(fact, "undefined");
  if (name === "Procedure") return fact.isProcedure === true;
  if (name === "Arrow") return fact.isArrow === true;
  if (name === "ErrorCallback") return fact.arity !== undefined && fact.arity <= 1;
  const path = pathTests.get(name);
  if (path !== undefined) return path(fact);
  const test = tests.get(name);
  return test && fact.literal !== undefined && test(fact.literal.value);
}

function isGlob(pattern: string): boolean {
  return isBareGlob(pattern) && pattern !== "**" && pattern.split("**/").length + Number(pattern.endsWith("/**")) < 3;
}

function isBareGlob(pattern: string): boolean {
  return !/(?:^|\/)\*\*\/\*\*(?:\/|$)/.test(pattern) && pattern.split("/").every((part) => globPart.test(part));
}

/** The patterns that one with braces stands for. */
function alternativesOf(pattern: string): string[] {
  const [, before, names, after] = globBraces.exec(pattern) ?? [];
  if (names === undefined) return [pattern];
  return names.split(",").flatMap((each) => alternativesOf(`${before}${each}${after}`));
}

const words: ReadonlyMap<string, string> = new Map([
  ["SingleCharacter", "a literal of one character"],
  ["NonEmpty", "a literal that is not empty"],
  ["PlainPath", "a literal path without anything special to a glob"],
  ["SimpleGlob", 'a literal pattern of plain names with one star at its end ("src/*.js" or "src/**/*.js")'],
  ["Glob", 'a literal pattern downwards of names, stars and braces ("src/**/*.{js,ts}" or "packages/*/package.json")'],
  ["BareGlob", 'a literal pattern of names, stars and braces ("**/node_modules/**")'],
  ["NegativeGlob", 'such a pattern behind an exclamation mark ("!**/*.test.js")'],
  [
    "InnerPath",
    'a literal path downwards ("dist"), a pattern with one star ("*.log", "dist/**/*.js", "dist/**") or a list of such of one kind: find what it names, and fs.rm each',
  ],
  ["RootGlob", 'a literal pattern with one star at its end ("*.log" or "**/*.log")'],
  ["FolderGlob", 'a literal folder with one star behind it, or two ("dist/*", "dist/**/*.js" or "dist/**")'],
  ["Count", "a literal whole number"],
  ["FileName", 'a literal name of a file ("picture.png")'],
  ["MediaType", 'a literal type of a file ("image/png")'],
  ["DottedPath", "a literal path of names"],
  ["NormalPath", "a path in normal form"],
  ["EntryPath", "a path that ends in a name"],
  ["PlainEntryPath", "a literal path without anything special to a glob"],
  ["ErrorCallback", "a function of at most one parameter"],
  ["Present", "anything but undefined"],
  ["Procedure", "a function written here that returns nothing"],
  ["Arrow", "an arrow function"],
]);

/** A parameter's type in words a person can act on: refinements by what they ask for, anything else as written. */
export function describeType(type: string): string {
  const parts = type.split("|").map((part) => words.get(part.trim()) ?? part.trim());
  return [...new Set(parts)].join(" or ");
}
