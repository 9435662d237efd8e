import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "has-flag",
    versions: "2.0.0",
    replacement: "a look at process.argv",
    floor: { node: "6.0.0" },
    exports: { default: hasLongFlag },
  },
  {
    package: "has-flag",
    versions: "3.0.0",
    replacement: "a look at process.argv",
    floor: { node: "6.0.0" },
    deviations: [{ severity: "message", note: "The TypeError for a flag that is no string reads differently." }],
    exports: { default: hasFlag },
  },
  {
    package: "has-flag",
    versions: ">=4.0.0 <6",
    replacement: "a look at process.argv",
    floor: { node: "6.0.0" },
    deviations: [{ severity: "message", note: "The TypeError for a flag that is no string reads differently." }],
    exports: { default: hasFlagIn },
  },
);

function hasLongFlag(flag: string, argv?: readonly string[]): boolean;
/** Tells whether a flag, `--flag` where it has no dashes, was given before any `--`. */
function hasLongFlag(flag: unknown, argv?: unknown): boolean {
  const given = (argv as string[]) || process.argv;
  const end = given.indexOf("--");
  const at = given.indexOf((/^-/.test(flag as string) ? "" : "--") + (flag as string));
  return at !== -1 && (end === -1 || at < end);
}

function hasFlag(flag: string, argv?: readonly string[]): boolean;
/** Tells whether a flag, `-f` or `--flag` where it has no dashes, was given before any `--`. */
function hasFlag(flag: unknown, argv?: unknown): boolean {
  return isBeforeEnd(withDashes(flag as string), (argv as string[]) || process.argv);
}

function hasFlagIn(flag: string, argv?: readonly string[]): boolean;
/** Tells whether a flag, `-f` or `--flag` where it has no dashes, was given before any `--`. */
function hasFlagIn(flag: unknown, argv: unknown = process.argv): boolean {
  return isBeforeEnd(withDashes(flag as string), argv as string[]);
}

function withDashes(name: string): string {
  return (name.startsWith("-") ? "" : name.length === 1 ? "-" : "--") + name;
}

function isBeforeEnd(flag: string, argv: readonly string[]): boolean {
  const at = argv.indexOf(flag);
  const end = argv.indexOf("--");
  return at !== -1 && (end === -1 || at < end);
}
