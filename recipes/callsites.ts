import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "callsites",
    versions: ">=1.0.0 <=4.0.0",
    replacement: "Error.prepareStackTrace",
    floor: { node: "6.0.0" },
    exports: { default: callsites },
  },
  {
    package: "callsites",
    versions: ">=4.1.0 <=4.2.0",
    replacement: "Error.prepareStackTrace",
    floor: { node: "6.0.0" },
    exports: { default: callsitesOrNone },
  },
);

/** The calls that led to this one, the innermost first. */
function callsites(): NodeJS.CallSite[] {
  const before = Error.prepareStackTrace;
  Error.prepareStackTrace = (_, sites) => sites;
  const stack: unknown = new Error().stack;
  const sites = (stack as NodeJS.CallSite[]).slice(1);
  Error.prepareStackTrace = before;
  return sites;
}

/** The calls that led to this one, the innermost first; none where stacks are not kept. */
function callsitesOrNone(): NodeJS.CallSite[] {
  const before = Error.prepareStackTrace;
  let sites: NodeJS.CallSite[] = [];
  Error.prepareStackTrace = (_, all) => {
    sites = all.slice(1);
    return sites;
  };
  // The stack is made when it is read.
  void new Error().stack;
  Error.prepareStackTrace = before;
  return sites;
}
