import fc from "fast-check";
import { type Answer, origin, readingAnswers } from "../effects/server.ts";
import { type Sample, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** Both sides are given the same ones: who listens to them is not compared. */
const { signal: open } = new AbortController();
const aborted = AbortSignal.abort();

const answers: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 200, 201, 202, 204, 301, 302, 303, 307, 308, 400, 404, 418, 500, 503),
  body: fc.constantFrom("", "text", '{ "a": [1, null] }', "[", "\u00e9\u00ff", "\u00c3\u00a9", "5", "null"),
  type: fc.constantFrom("text/plain", "application/json", "text/html; charset=latin1", "application/octet-stream"),
  packing: fc.constantFrom("" as const, "gzip" as const),
  hops: fc.constantFrom(0, 0, 0, 1, 2),
});

const addresses: fc.Arbitrary<Sample> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(answers, fc.boolean()).map(([{ status, body, type, packing, hops }, isObject]) => {
      const isRedirect = status > 300 && status < 400;
      const query = new URLSearchParams({
        status: String(status),
        body,
        type,
        packing,
        hops: String(isRedirect ? hops : 0),
      });
      const address = `${origin}/path?${query.toString()}`;
      return sample(`${isObject ? "URL " : ""}${address}`, () => (isObject ? new URL(address) : address));
    }),
  },
  among(
    ["a relative address", () => "/path"],
    ["an empty address", () => ""],
    ["a hash and letters", () => `${origin}/ä b?c=d e#f`],
    ["dots", () => `${origin}/a/../b/./c`],
    ["another scheme", () => "ftp://127.0.0.1/"],
    ["nobody there", () => "http://127.0.0.1:9/"],
  ),
);

const headers = fc.constantFrom<(() => unknown) | undefined>(
  undefined,
  () => ({}),
  () => ({ "X-One": "1", accept: "application/json" }),
  () => ({ "Content-Type": "application/json; charset=utf-8", Authorization: "Bearer x" }),
  () => ({ "x-number": 5, "x-flag": true, "x-empty": "", "X-Spaces": "  a b " }),
  () => [
    ["x-a", "1"],
    ["X-A", "2"],
  ],
  () => ({ "not a name": "1" }),
  () => ({ "x-a": "line\nbreak" }),
  () => ({ "x-list": ["a", "b"] }),
);

const options: fc.Arbitrary<Sample> = fc
  .record({
    method: fc.constantFrom(undefined, "GET", "get", "POST", "post", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"),
    headers,
    body: fc.constantFrom(undefined, undefined, "", "text", '{"a":1}', "é\ud83d\ude00"),
    redirect: fc.constantFrom(undefined, undefined, "follow", "manual", "error"),
    signal: fc.constantFrom("none", "none", "none", "open", "aborted"),
  })
  // Version 3 ends the program where an aborted request has a body: its stream fails with nobody listening.
  .filter(({ body, signal }) => body === undefined || signal !== "aborted")
  .map(({ method, headers: make, body, redirect, signal }) =>
    sample(
      `{ method: ${String(method)}, headers: ${String(make)}, body: ${JSON.stringify(body)}, redirect: ${String(redirect)}, signal: ${signal} }`,
      () => ({
        ...(method !== undefined && { method }),
        ...(make !== undefined && { headers: make() }),
        ...(body !== undefined && { body }),
        ...(redirect !== undefined && { redirect }),
        ...(signal !== "none" && { signal: signal === "open" ? open : aborted }),
      }),
    ),
  );

export default {
  surround: readingAnswers,
  arguments: {
    "default[0]": fc.tuple(addresses),
    // Version 3 ends the program where a body is sent on by a second redirect.
    "default[1]": fc
      .tuple(addresses, options)
      .filter(([address, { text }]) => !address.text.includes("hops=2") || text.includes("body: undefined")),
  },
  deviations: [
    { note: "The ports that browsers block are refused.", test: "effects/node-fetch.test.ts" },
    { note: "An answer without a body can be read twice.", test: "effects/node-fetch.test.ts" },
    {
      note: "A failure is a TypeError, a SyntaxError or the reason of the signal, without the code and type of a FetchError.",
      test: "effects/node-fetch.test.ts",
    },
    {
      note: "The server sees another User-Agent, Accept-Encoding and Sec-Fetch-Mode, a connection that stays open, and less about a body that is empty or that a redirect drops.",
      test: "effects/node-fetch.test.ts",
    },
    {
      note: "An address with a name and a password is refused, and so are the ports that browsers block.",
      test: "effects/node-fetch.test.ts",
    },
    { note: "A byte order mark at the start of a text is taken away.", test: "effects/node-fetch.test.ts" },
  ],
} satisfies ProofSettings;
