/** The methods of lodash, in one table that its packages share. */
import { forEachRightAlone, forInAlone, forInRightAlone, forOwnAlone, forOwnRightAlone, timesAlone } from "./alone.ts";
import { callsMethods } from "./table-calls.ts";
import { collectionsMethods } from "./table-collections.ts";
import { kindsMethods } from "./table-kinds.ts";
import { listsMethods } from "./table-lists.ts";
import { objectsMethods } from "./table-objects.ts";
import { setsMethods } from "./table-sets.ts";
import { textsMethods } from "./table-texts.ts";
import { forEachCasesAlone, visitsMethods } from "./table-visits.ts";

/** As `_` has them. */
export const methods = {
  ...listsMethods,
  ...setsMethods,
  ...visitsMethods,
  ...collectionsMethods,
  ...objectsMethods,
  ...kindsMethods,
  ...textsMethods,
  ...callsMethods,
};

/** As each is in a module of its own. */
export const methodsAlone = {
  ...methods,
  forEach: forEachCasesAlone,
  forEachRight: forEachRightAlone,
  each: forEachCasesAlone,
  eachRight: forEachRightAlone,
  forOwn: forOwnAlone,
  forOwnRight: forOwnRightAlone,
  forIn: forInAlone,
  forInRight: forInRightAlone,
  times: timesAlone,
};
