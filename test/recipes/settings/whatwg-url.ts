import type { ProofSettings } from "../proof/settings.ts";

const test = "effects/whatwg-url.test.ts";

export default {
  deviations: [
    { note: "What is no address is a TypeError with another text, and with a code.", test, covers: () => false },
    {
      note: "An address is read as the running Node reads it. Versions of both differ in a caret in a path, xn-- and letters beyond ASCII in the name of a host, schemes other than http, https, ws, wss and ftp, characters beyond U+FFFF in a name or a password, and what a setter does not take.",
      test,
    },
    {
      note: "The objects are those of Node: instanceof the global class holds, for-in tells their members in another order, console.log and assert.deepEqual see their parts, structuredClone fails for a URL from Node 21 on, and fetch sends URLSearchParams as a form.",
      test,
    },
    {
      note: "URLSearchParams of null has a field by that name in the package and in later versions of Node alone.",
      test,
    },
    { note: "Of a text with a % that is no escape, URLSearchParams loses letters beyond ASCII.", test },
    { note: "A class that is handed on has no URL.parse in early versions of Node 20 and 22.", test },
  ],
} satisfies ProofSettings;
