/** Addresses and queries that every version of whatwg-url and of Node reads alike, as odd as that allows. */
import fc from "fast-check";

const pieces = [
  ..."abc019/.?#\\|'\"<>`{}[]% \t\n\0~!$&()*,-_+=@:;\x7f".split(""),
  ..."// .. %2e %2E%2e %41 %zz a=1&b=2 C: C| /../ \u00e9 \u65e5 \u{1f44d} \ud800 \u200b".split(" "),
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((all) => all.join(""));
const plainText = text.map((all) => all.replace(/[^\0-\x7f]/g, ""));
const hosts =
  "a.example LOCALHOST 127.0.0.1 0x7f.1 1.2.3 256.1.1.1 1.2.3.08 09.1 a.0x x.08. [::1] [1:2::3] [::ffff:1.2.3.4] [::1%25] a%41b a|b a_b.c a..b - %20 4294967296 1e3".split(
    " ",
  );
export const address = fc
  .tuple(
    fc.constantFrom("http:", "https:", "HTTPS:", "ws:", "wss:", "ftp:", " https:"),
    fc.constantFrom("//", "//", "//", "/", "\\\\", ""),
    fc.oneof(
      fc.constant(""),
      plainText.map((name) => `${name}@`),
      fc.constant("u:p@"),
    ),
    fc.oneof(fc.constantFrom(...hosts), plainText),
    fc.constantFrom("", "", ":80", ":443", ":0", ":65536", ":00080", ":a", ":"),
    fc.oneof(
      fc.constant(""),
      text.map((path) => `/${path}`),
    ),
    fc.constantFrom("", "?a=1", "#b", "?c#d"),
  )
  .map((all) => all.join(""))
  .filter((all) => !/xn--|\^/i.test(all));
export const relative = fc.oneof(
  address,
  text.map((path) => `/a${path}`),
  text.map((query) => `?${query}`),
);
export const change = fc.oneof(
  fc.tuple(fc.constantFrom("pathname", "hash", "username", "password"), plainText),
  fc.tuple(
    fc.constant("search"),
    plainText.map((query) => query.replace(/[\t\n]/g, "")),
  ),
  fc.tuple(fc.constant("port"), fc.constantFrom("", "80", "443", "8080", "0", "65535")),
  fc.tuple(fc.constantFrom("host", "hostname"), fc.constantFrom("a.example", "[::1]", "1.2.3", "B.example", "a b")),
  fc.tuple(fc.constant("protocol"), fc.constantFrom("http", "https:", "ws", "ftp")),
  fc.tuple(fc.constant("href"), address),
) as fc.Arbitrary<["href" | "search" | "hash", string]>;

const query = text.map((all) => (/%(?![0-9a-f]{2})/i.test(all) ? all.replace(/[^\0-\x7f]/g, "") : all));
const field = fc.oneof(text, fc.constantFrom("a", "b", "1"));
export const step = fc.oneof(
  fc.tuple(fc.constantFrom("append", "set", "delete", "has"), field, field),
  fc.tuple(fc.constantFrom("get", "getAll", "delete", "has"), field),
  fc.tuple(fc.constant("sort")),
);
export const start = fc.oneof(
  query,
  fc.array(fc.tuple(field, field), { maxLength: 5 }),
  fc.dictionary(field, field, { maxKeys: 4 }),
  fc.constantFrom(undefined, 7, true, [["a"]], [1], Symbol.iterator),
);
