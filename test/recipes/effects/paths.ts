/** Paths to try in a planted folder: of every kind of entry, in every spelling, none that leaves the folder. */
import fc from "fast-check";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Sample, type Samples, sample } from "../proof/sample.ts";
import { folder } from "./folder.ts";

const names = ["dir", "sub", "leaf", "file", "link", "filelink", "dangling", "nowhere", "new", "é", "a b", "read-only"];
const segment = fc.constantFrom(...names, ".", "new");

function text(path: string): Sample {
  return sample(JSON.stringify(path), () => path);
}

/** Relative and absolute paths, with dots, doubled and trailing slashes, up to `ups` steps up. */
function spelled(ups: number): fc.Arbitrary<string> {
  const parts = fc.array(segment, { minLength: 1, maxLength: 5 });
  const steps = fc.array(fc.nat({ max: 5 }), { maxLength: ups });
  return fc
    .tuple(parts, steps, fc.constantFrom("", "", "", "/"), fc.boolean(), fc.constantFrom("/", "/", "//"))
    .map(([segments, places, end, absolute, slash]) => {
      const all = [...segments];
      for (const place of places) all.splice(place, 0, "..");
      return (absolute ? `${folder}/` : "") + all.join(slash) + end;
    });
}

const known = [...names, "dir/sub", "link/sub", "file/x", "file/x/y", "link/", "dir/", "dangling/x", "n".repeat(300)];

/** Any text that is a path inside. */
export const anyPath: Samples = fc
  .oneof(fc.constantFrom(...known, ".", "", "dir/../other", "link/../other", `new/${"n".repeat(300)}`), spelled(1))
  .map(text);

/** Paths as the type `NormalPath` has them. */
export const normalPath: Samples = fc
  .oneof(
    fc.constantFrom(...known, ".", "../work/new", "../beside"),
    spelled(0).map((path) => path.replace(/(?<=[^/.])(?:\/+\.)+(?=\/|$)/g, "")),
    spelled(0).map((path) => join(path, "x")),
  )
  .map(text);

/** Paths as the type `EntryPath` has them. */
export const entryPath: Samples = fc
  .oneof(fc.constantFrom(...known.filter((path) => !path.endsWith("/")), "../beside"), spelled(0))
  .map((path) => path.replace(/[/.]+$/, ""))
  .filter((path) => path !== "" && path !== folder)
  .map(text);

/** Paths as the types `PlainPath` and `PlainEntryPath` have them. */
export const plainPath: Samples = fc.oneof(entryPath, fc.constantFrom("dir/", "new/", "./dir").map(text));

/** Values that are no path: each side must complain, or not, in the same way. */
export const noPath: Samples = fc.constantFrom(
  sample("undefined", () => undefined),
  sample("null", () => null),
  sample("5", () => 5),
  sample("{}", () => ({})),
  sample("null byte", () => "dir\0x"),
);

/** A path, as a file URL. */
export const fileUrl: Samples = fc
  .constantFrom("dir", "new", "new/é b", "file", "link/new")
  .map((path) => sample(`URL of ${path}`, () => pathToFileURL(join(folder, path))));

/** Permissions for a directory, each of which lets its owner go on inside. */
export const mode: Samples = fc
  .constantFrom(0o777, 0o755, 0o750, 0o700)
  .map((bits) => sample(`0o${bits.toString(8)}`, () => bits));

export const modes: Samples = fc.oneof(
  mode.map((bits) => sample(`{ mode: ${bits.text} }`, (world) => ({ mode: bits.make(world) }))),
  fc.constant(sample("{}", () => ({}))),
);

/** True for a path through a link that leads nowhere, or of a file with a slash behind it. */
export function leadsNowhere(path: unknown): boolean {
  return typeof path === "string" && /dangling|(?:file|filelink|read-only|leaf|beside)\/+$/.test(path);
}
