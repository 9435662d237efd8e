import { defineRecipe } from "../src/recipe.ts";

/** `agent`, `timeout`, `size`, `compress`, `follow`, `counter` and bodies that are no text are not among what both take. */
const ask = [
  (url: unknown) => fetch(url as string),
  (
    url: unknown,
    options: {
      method?: unknown;
      headers?: unknown;
      body?: string | undefined;
      redirect?: "follow" | "manual" | "error";
      signal?: AbortSignal;
    },
  ) => fetch(url as string, options as RequestInit),
];

/** What of an answer is the same. */
const alike = ["ok", "status", "statusText", "json", "text", "arrayBuffer", "headers.get", "headers.has"];

export default defineRecipe(
  {
    package: "node-fetch",
    versions: ">=2.6.7 <3",
    replacement: "fetch",
    floor: { node: "18.0.0", baseline: "2017-03" },
    deviations: [
      { severity: "quirk", note: "An answer without a body can be read twice." },
      {
        severity: "observable",
        note: "A failure is a TypeError, a SyntaxError or the reason of the signal, without the code and type of a FetchError.",
      },
      {
        severity: "observable",
        note: "The server sees another User-Agent, Accept-Encoding and Sec-Fetch-Mode, a connection that stays open, and less about a body that is empty or that a redirect drops.",
      },
      {
        severity: "observable",
        note: "An address with a name and a password is refused, and so are the ports that browsers block.",
      },
      { severity: "observable", note: "A byte order mark at the start of a text is taken away." },
    ],
    fulfils: { default: alike },
    exports: { default: ask },
  },
  {
    package: "node-fetch",
    versions: ">=3.0.0 <4",
    replacement: "fetch",
    floor: { node: "18.0.0", baseline: "2017-03" },
    deviations: [
      { severity: "quirk", note: "An answer without a body can be read twice." },
      {
        severity: "observable",
        note: "A failure is a TypeError, a SyntaxError or the reason of the signal, without the code and type of a FetchError.",
      },
      {
        severity: "observable",
        note: "The server sees another User-Agent, Accept-Encoding and Sec-Fetch-Mode, a connection that stays open, and less about a body that is empty or that a redirect drops.",
      },
      {
        severity: "observable",
        note: "The ports that browsers block are refused.",
      },
    ],
    fulfils: { default: alike },
    exports: { default: ask },
  },
);
