/** The edition of the language that tsconfig files promise: its objects are all that the compiler lets a program use. */
import type { TsConfig } from "../tsconfig.ts";
import { lowestOf, type Promised } from "./promise.ts";

/** For each edition, the first Node with all its objects. An edition that is none of them bounds nothing. */
const editions: Readonly<Record<string, string>> = {
  es3: "0.10.0",
  es5: "0.10.0",
  es6: "6.5.0",
  es2015: "6.5.0",
  es2016: "6.5.0",
  es2017: "8.0.0",
  es2018: "10.0.0",
  es2019: "12.0.0",
  es2020: "14.0.0",
  es2021: "15.0.0",
  es2022: "16.11.0",
  es2023: "20.0.0",
  es2024: "22.0.0",
};

/**
 * The lowest of the editions that a workspace's configurations name, as the Node that has it. `lib` counts, and `target`
 * where there is none. Undefined when none names one, or all ask for the newest.
 */
export function promisedLanguage(tsconfigs: readonly TsConfig[]): Promised | undefined {
  return lowestOf(
    tsconfigs.flatMap(({ path, lib, target }) => {
      const named = lib?.filter((name) => name === "esnext" || name in editions);
      // Parts of an edition alone ("es2019.array") are the edition before them and a little more.
      const edition = named === undefined ? target : (highest(named) ?? "es5");
      const node = edition === undefined ? undefined : editions[edition];
      if (node === undefined) return [];
      return [{ node, source: `${named === undefined ? "target" : "lib"} "${edition}" in ${path}` }];
    }),
  );
}

function highest(names: readonly string[]): string | undefined {
  const order = [...Object.keys(editions), "es2025", "esnext"];
  return [...names].sort((a, b) => order.indexOf(b) - order.indexOf(a))[0];
}
