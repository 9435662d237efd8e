/** Which files of a workspace npm packs, by "files" in its manifest. */
import { minimatch } from "minimatch";
import type { Manifest } from "../../project/project.ts";

/** What is said of a path of the project. In doubt a file may be packed, and is not sure to be. */
export interface Published {
  readonly may: (path: string) => boolean;
  readonly does: (path: string) => boolean;
}

/** What the manifest says: without "files" everything is packed. */
export function publishedOf(manifest: Manifest | undefined): Published {
  const files = manifest?.json["files"];
  if (manifest === undefined || !Array.isArray(files)) return { may: () => true, does: () => true };
  const entries = textsIn(files).map((entry) => entry.replace(/^\.?\//, "").replace(/\/$/, ""));
  const asked = entries.filter((entry) => !entry.startsWith("!"));
  const left = entries.filter((entry) => entry.startsWith("!")).map((entry) => entry.slice(1).replace(/^\.?\//, ""));
  const named = new Set(
    [...textsIn([manifest.json["main"] ?? "index.js", manifest.json["bin"], manifest.json["browser"]])].map(stemOf),
  );
  const within = (path: string): string => path.slice(manifest.directory === "" ? 0 : manifest.directory.length + 1);
  const isNamed = (path: string): boolean => named.has(stemOf(path));
  return {
    may: (path) => {
      const name = within(path);
      return (
        isNamed(name) ||
        asked.some((entry) => holds(name, entry) || minimatch(name, entry, { ...dots, matchBase: true }))
      );
    },
    does: (path) => {
      const name = within(path);
      const isLeft = left.some((entry) => [entry, `**/${entry}`].some((each) => holds(name, each)));
      return (
        asked.some((entry) => (/[*?[\]{}()!]/.test(entry) ? minimatch(name, entry, dots) : isIn(name, entry))) &&
        !isLeft
      );
    },
  };
}

const dots = { dot: true };

function isIn(name: string, entry: string): boolean {
  return entry === "" || entry === "." || name === entry || name.startsWith(`${entry}/`);
}

function holds(name: string, entry: string): boolean {
  return isIn(name, entry) || minimatch(name, entry, dots) || minimatch(name, `${entry}/**`, dots);
}

function stemOf(path: string): string {
  return path
    .replace(/^\.?\//, "")
    .replace(/\.[cm]?js$/, "")
    .replace(/\/index$/, "");
}

/** Every text in a list or table, however deep. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
