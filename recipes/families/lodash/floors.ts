/** What the replacements need of a runtime. */

/** All of them. */
export const anyFloor = { node: "14.0.0", baseline: "2020-09" };

/** `at` of arrays. */
export const es2022 = { node: "16.6.0", baseline: "2022-03" };

/** `findLast` and `findLastIndex`. */
export const es2023 = { node: "18.0.0", baseline: "2022-08" };
