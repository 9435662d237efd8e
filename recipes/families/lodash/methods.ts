/** The methods of lodash, in one table that its packages share. */
import { callsMethods } from "./table-calls.ts";
import { collectionsMethods } from "./table-collections.ts";
import { kindsMethods } from "./table-kinds.ts";
import { listsMethods } from "./table-lists.ts";
import { objectsMethods } from "./table-objects.ts";
import { setsMethods } from "./table-sets.ts";
import { textsMethods } from "./table-texts.ts";
import { visitsMethods } from "./table-visits.ts";

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
