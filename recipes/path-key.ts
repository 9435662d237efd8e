import { defineRecipe } from "../src/recipe.ts";

interface Surroundings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
}

/** The name of the environment's variable PATH; the last of several on Windows, where case does not count. */
function pathKey(given: Surroundings = {}): string {
  if ((given.platform || process.platform) !== "win32") return "PATH";
  const names = Object.keys(given.env || process.env).filter((name) => name.toUpperCase() === "PATH");
  return names[names.length - 1] || "Path";
}

/** The name of the environment's variable PATH; the first of several on Windows, where case does not count. */
function firstPathKey(given?: Surroundings): string {
  const { env: variables, platform: system } = given || {};
  if ((system || process.platform) !== "win32") return "PATH";
  return Object.keys(variables || process.env).find((name) => name.toUpperCase() === "PATH") || "Path";
}

export default defineRecipe(
  {
    package: "path-key",
    versions: ">=3.0.0 <5",
    replacement: "a look at the names of process.env",
    floor: { node: "6.0.0" },
    exports: { default: pathKey },
  },
  {
    package: "path-key",
    versions: ">=1.0.0 <3",
    replacement: "a look at the names of process.env",
    floor: { node: "6.0.0" },
    exports: { default: firstPathKey },
  },
);
