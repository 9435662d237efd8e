import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "encodeurl",
    versions: "1.0.2",
    replacement: "encodeURI",
    floor: { node: "6.0.0", baseline: "2016-09" },
    deviations: [
      { severity: "quirk", note: "Halves of characters in a row become U+FFFD each, where the package throws." },
    ],
    exports: { default: encodeUrlStrictly },
  },
  {
    package: "encodeurl",
    versions: ">=1.0.3 <2",
    replacement: "encodeURI",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: encodeUrlMostStrictly },
  },
  {
    package: "encodeurl",
    versions: "2.0.0",
    replacement: "encodeURI",
    floor: { node: "6.0.0", baseline: "2016-09" },
    deviations: [
      { severity: "quirk", note: "Halves of characters in a row become U+FFFD each, where the package throws." },
    ],
    exports: { default: encodeUrl },
  },
  {
    package: "encodeurl",
    versions: "2.0.1",
    replacement: "encodeURI",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: encodeUrl },
  },
  {
    package: "encodeurl",
    versions: ">=2.0.2 <3",
    replacement: "encodeURI",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: encodeWholeUrl },
  },
);

/** A URL with what must not stand in one encoded; what is encoded already stays, and half a character becomes U+FFFD. */
function encodeUrl(url?: unknown): string {
  return mend(url).replace(/(?:[^!#-;=?-_a-z|~]|%[^0-9A-Fa-f]|%[0-9A-Fa-f][^0-9A-Fa-f]|%$)+/g, encodeURI);
}

/** A URL with what must not stand in one encoded; what is encoded already stays, and half a character becomes U+FFFD. */
function encodeUrlStrictly(url?: unknown): string {
  return mend(url).replace(/(?:[^!%-;=?-[\]_a-z~]|%[^0-9A-Fa-f]|%[0-9A-Fa-f][^0-9A-Fa-f]|%$)+/g, encodeURI);
}

/** A URL with what must not stand in one encoded; what is encoded whole stays, and half a character becomes U+FFFD. */
function encodeWholeUrl(url?: unknown): string {
  return mend(url).replace(/[^!#-;=?-_a-z|~]+|%+(?![0-9A-Fa-f]{2})/g, encodeURI);
}

/** A URL with what must not stand in one encoded; what is encoded whole stays, and half a character becomes U+FFFD. */
function encodeUrlMostStrictly(url?: unknown): string {
  return mend(url).replace(/[^!%-;=?-[\]_a-z~]+|%+(?![0-9A-Fa-f]{2})/g, encodeURI);
}

function mend(url: unknown): string {
  return String(url).replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, (unit) =>
    unit.length > 1 ? unit : "\uFFFD",
  );
}
