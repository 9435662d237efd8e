/** Objects made from objects, and elements by chance. */
import { random, sample, sampleSize, shuffle } from "./random.ts";
import {
  assignInWith,
  assignWith,
  create,
  findLastKey,
  forInRight,
  forOwnRight,
  functionsIn,
  invertBy,
  toPairsIn,
  transform,
} from "./transform.ts";

/** Objects made from objects, and elements by chance. */
export const objectsMethods = {
  assignInWith,
  assignWith,
  create,
  findLastKey,
  forInRight,
  forOwnRight,
  functionsIn,
  invertBy,
  random,
  sample,
  sampleSize,
  shuffle,
  toPairsIn,
  transform,
  entriesIn: toPairsIn,
  extendWith: assignInWith,
};
