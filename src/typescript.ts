/** The compiler ts-morph carries: required, for an import has Node search its nine megabytes for the names of exports. */
import common = require("@ts-morph/common");
import morph = require("ts-morph");

export import ts = morph.ts;
export const getLibFiles = common.getLibFiles;
