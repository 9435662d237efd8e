/** What the replacements need of a runtime. */

/** All of them: Symbol.toStringTag and Symbol.isConcatSpreadable are the newest of what most of them read. */
export const anyFloor = { node: "6.0.0", baseline: "2017-04" };

/** `Object.values`. */
export const es2017 = { node: "7.0.0", baseline: "2017-04" };

/** `trimStart` and `trimEnd`. */
export const es2019 = { node: "10.0.0", baseline: "2020-01" };

/** `flat` of arrays. */
export const flats = { node: "11.0.0", baseline: "2020-01" };

/** `?.` and `??`. */
export const es2020 = { node: "14.0.0", baseline: "2020-09" };

/** `at` of arrays. */
export const es2022 = { node: "16.6.0", baseline: "2022-03" };

/** `findLast` and `findLastIndex`. */
export const es2023 = { node: "18.0.0", baseline: "2022-08" };
