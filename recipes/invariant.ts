import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "invariant",
  versions: ">=2.2.0 <3",
  replacement: "a function that throws",
  floor: { node: "6.0.0" },
  deviations: [{ severity: "message", note: "Where no text is given, the error has another." }],
  exports: { default: invariant },
});

function invariant(condition: false, format: string, ...values: readonly unknown[]): never;
function invariant(condition?: unknown, format?: string, ...values: readonly unknown[]): void;
/** Throws unless a condition holds, with a text in which `%s` stands for each of the next six arguments. */
function invariant(condition?: unknown, format?: unknown, ...values: readonly unknown[]): void {
  if (format === undefined && process.env.NODE_ENV !== "production") throw new Error("An invariant has no text.");
  if (condition) return;
  let next = 0;
  const error = new Error(
    format === undefined
      ? "An invariant does not hold."
      : (format as string).replace(/%s/g, () => values.slice(0, 6)[next++] as string),
  );
  if (format !== undefined) error.name = "Invariant Violation";
  throw Object.assign(error, { framesToPop: 1 });
}
