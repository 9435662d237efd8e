import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "array-union",
    versions: "3.0.1",
    replacement: "[...new Set(lists.flat())]",
    floor: { node: "11.0.0", baseline: "2020-01" },
    exports: {
      default: [
        <Value>(list: readonly Value[]) => [...new Set([list].flat())],
        <Value>(...lists: readonly (readonly Value[])[]) => [...new Set(lists.flat())],
        /** The values of several lists, each once. */
        (...lists: unknown[]) => [...new Set(lists.flat())],
      ],
    },
  },
  {
    package: "array-union",
    versions: ">=1.0.0 <3",
    replacement: "[...new Set([...a, ...b])]",
    floor: { node: "5.0.0", baseline: "2015-09" },
    exports: {
      default: [
        <Value>(list: readonly Value[]) => [...new Set(list)],
        <Value>(first: readonly Value[], second: readonly Value[]) => [...new Set([...first, ...second])],
        /** The values of several lists, each once. */
        (...lists: unknown[]) => [...new Set(([] as unknown[]).concat(...lists))],
      ],
    },
  },
);
