import { defineRecipe, type MemberRewrite, type MemberUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "whatwg-url",
  versions: ">=13 <18",
  replacement: "URL and URLSearchParams",
  floor: { node: "20.12.0" },
  require: "namespace",
  deviations: [
    { severity: "message", note: "What is no address is a TypeError with another text, and with a code." },
    {
      severity: "observable",
      note: "An address is read as the running Node reads it. Versions of both differ in a caret in a path, xn-- and letters beyond ASCII in the name of a host, schemes other than http, https, ws, wss and ftp, characters beyond U+FFFF in a name or a password, and what a setter does not take.",
    },
    {
      severity: "observable",
      note: "The objects are those of Node: instanceof the global class holds, for-in tells their members in another order, console.log and assert.deepEqual see their parts, structuredClone fails for a URL from Node 21 on, and fetch sends URLSearchParams as a form.",
    },
    {
      severity: "observable",
      note: "URLSearchParams of null has a field by that name in the package and in later versions of Node alone.",
    },
    {
      severity: "observable",
      note: "Of a text with a % that is no escape, URLSearchParams loses letters beyond ASCII.",
    },
    { severity: "observable", note: "A class that is handed on has no URL.parse in early versions of Node 20 and 22." },
  ],
  members: { URL: ["canParse"] },
  exports: { URL, URLSearchParams },
  rewrite: refuseOthers,
});

/** Says what to do about the other exports, which work on records that no runtime hands out, and about URL.parse. */
function refuseOthers({ export: name, members }: MemberUse): MemberRewrite {
  const [used, member] = name === "default" ? members : [name, ...members];
  if (used === "URL" && member === "parse")
    return {
      refuse:
        "early versions of Node 20 and 22 have no URL.parse: ask URL.canParse first, and call new URL where it is true",
    };
  if (used === undefined || used === "URL" || used === "URLSearchParams") return undefined;
  return { refuse: `${used} works on the records of the standard's parser: ask new URL() for the parts of an address` };
}
