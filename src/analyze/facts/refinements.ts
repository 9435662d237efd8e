/** The types of src/recipe.ts that only a literal can prove, each with its test. */
import type { Primitive } from "./fact.ts";

type Test = (value: Primitive) => boolean;

const globMagic = /[*?[\]{}()!+@|\\]/;
const forbiddenKeys = new Set(["__proto__", "constructor", "prototype"]);

const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ["SingleCharacter", (value) => typeof value === "string" && value.length === 1],
  ["NonEmpty", (value) => typeof value === "string" && value !== ""],
  ["PlainPath", (value) => typeof value === "string" && value !== "" && !globMagic.test(value) && !value.includes("\0")],
  ["Count", (value) => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 2 ** 32 && !Object.is(value, -0)],
  [
    "DottedPath",
    (value) =>
      typeof value === "string" &&
      /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(value) &&
      value.split(".").every((key) => !forbiddenKeys.has(key)),
  ],
]);

/** What the refinement is underneath, for the helper that is written into a project. */
export function baseOfRefinement(name: string): "string" | "number" | undefined {
  if (name === "Count") return "number";
  return tests.has(name) ? "string" : undefined;
}

/** The test of a refinement by its name; undefined when the name is none. */
export function refinement(name: string): Test | undefined {
  return tests.get(name);
}
