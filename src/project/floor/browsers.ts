/**
 * When versions of browsers were released, as far as it matters: a version has what every major browser had by the month
 * it came out. Of the versions between two listed ones, the earlier one's month is taken.
 */

type Releases = readonly (readonly [version: number, month: string])[];

const chromium: Releases = [
  ...([
    [1, "2008-12"],
    [20, "2012-06"],
    [30, "2013-10"],
    [40, "2015-01"],
    [45, "2015-09"],
    [49, "2016-03"],
    [52, "2016-07"],
    [55, "2016-12"],
    [58, "2017-04"],
    [60, "2017-07"],
    [63, "2017-12"],
    [66, "2018-04"],
    [69, "2018-09"],
    [72, "2019-01"],
    [75, "2019-06"],
    [78, "2019-10"],
    [80, "2020-02"],
  ] as const),
  ...([
    [84, "2020-07"],
    [87, "2020-11"],
    [90, "2021-04"],
    [94, "2021-09"],
    [97, "2022-01"],
    [100, "2022-03"],
    [105, "2022-08"],
    [110, "2023-02"],
    [115, "2023-07"],
    [120, "2023-12"],
    [125, "2024-05"],
    [130, "2024-10"],
    [135, "2025-04"],
  ] as const),
];

const firefox: Releases = [
  [1, "2004-11"],
  [20, "2013-04"],
  [31, "2014-07"],
  [38, "2015-05"],
  [45, "2016-03"],
  [52, "2017-03"],
  [56, "2017-09"],
  [60, "2018-05"],
  [64, "2018-12"],
  [68, "2019-07"],
  [72, "2020-01"],
  [78, "2020-06"],
  [85, "2021-01"],
  [91, "2021-08"],
  [96, "2022-01"],
  [102, "2022-06"],
  [109, "2023-01"],
  [115, "2023-07"],
  [121, "2023-12"],
  [128, "2024-07"],
  [134, "2025-01"],
];

const safari: Releases = [
  [1, "2003-06"],
  [6, "2012-07"],
  [7, "2013-10"],
  [8, "2014-10"],
  [9, "2015-09"],
  [10, "2016-09"],
  [10.1, "2017-03"],
  [11, "2017-09"],
  [11.1, "2018-03"],
  [12, "2018-09"],
  [12.1, "2019-03"],
  [13, "2019-09"],
  [13.1, "2020-03"],
  [14, "2020-09"],
  [14.1, "2021-04"],
  [15, "2021-09"],
  [15.4, "2022-03"],
  [16, "2022-09"],
  [16.4, "2023-03"],
  [17, "2023-09"],
  [17.4, "2024-03"],
  [18, "2024-09"],
];

/** Before 79 it was a browser of its own; from there on its numbers are Chromium's. */
const edge: Releases = [
  [12, "2015-07"],
  [13, "2015-11"],
  [14, "2016-08"],
  [15, "2017-04"],
  [16, "2017-10"],
  [17, "2018-04"],
  [18, "2018-11"],
  ...chromium.filter(([version]) => version >= 80),
];

const releases: Readonly<Record<string, Releases>> = {
  chrome: chromium,
  and_chr: chromium,
  chromeandroid: chromium,
  electron: [],
  edge,
  firefox,
  ff: firefox,
  fx: firefox,
  and_ff: firefox,
  firefoxandroid: firefox,
  safari,
  ios: safari,
  ios_saf: safari,
};

/** What a browser of which nothing is known has: nothing that came after ES5. */
const ancient = "2009-12";
const internetExplorer = "2013-10";

/**
 * The month of the browsers that one query of browserslist asks for ("chrome >= 80", "safari 13-15", "ie 11", "since
 * 2019"); undefined when only statistics tell which those are ("> 1%", "last 2 versions").
 */
export function monthOf(query: string): string | undefined {
  const since = /^since (\d{4})(?:-(\d\d))?/.exec(query);
  if (since !== null) return `${since[1]}-${since[2] ?? "01"}`;
  const newly = /^baseline (\d{4})\b/.exec(query);
  if (newly !== null) return `${newly[1]}-12`;
  if (query === "supports es6-module" || query === "fully supports es6-module") return "2018-05";
  if (query === "supports es6") return "2016-09";
  if (/^dead$|^(?:ie|explorer|ie_mob|explorermobile)\b/.test(query)) return internetExplorer;
  const named = /^([a-z_]+) *(?:>=?|) *(\d+(?:\.\d+)?)(?:\.\d+)*(?: *- *[\d.]+)?$/.exec(query);
  if (named === null) return /^[a-z_]+ *(?:<|all\b)/.test(query) ? ancient : undefined;
  const [, name = "", version = "0"] = named;
  return releases[name]?.filter(([from]) => from <= Number(version)).at(-1)?.[1] ?? ancient;
}

export function oldest(months: readonly string[]): string | undefined {
  return [...months].sort()[0];
}
