/** The compiler ts-morph carries: required, for an import has Node search its nine megabytes for the names of exports. */
import common = require("@ts-morph/common");

export import ts = common.ts;
export const getLibFiles = common.getLibFiles;
