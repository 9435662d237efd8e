/** What is looked for upwards from a folder, and from where. */
import fc from "fast-check";
import { pathToFileURL } from "node:url";
import { root } from "../proof/originals.ts";
import { type Samples, among, sample, shared } from "../proof/sample.ts";
import { folder } from "./folder.ts";

const known = ["file", "dir", "beside", "link", "filelink", "dangling", "sub", "leaf", "a", "work", "nowhere"];
const odd = [
  "",
  ".",
  "..",
  "dir/sub/leaf",
  "../beside",
  "file/x",
  "a\0b",
  folder,
  `${folder}/file`,
  "/",
  "dir/",
  "file/",
];
const one = fc.constantFrom(...known, ...odd);

/** A name. */
export const name: Samples = shared(one);

/** A name, or a list of some. */
export const names: Samples = fc.oneof(
  name,
  fc.array(one, { maxLength: 3 }).map((list) => sample(JSON.stringify(list), () => [...list])),
  among(["[, 'file']", () => [, "file"]]),
);

const from: Samples = fc.oneof(
  {
    weight: 3,
    arbitrary: shared(
      fc.constantFrom(
        "dir",
        "dir/sub",
        "link/sub",
        "missing/x",
        "..",
        "",
        ".",
        "file",
        "/",
        folder,
        `${folder}/dir/sub`,
      ),
    ),
  },
  among(
    ["undefined", () => undefined],
    ["null", () => null],
    ["5", () => 5],
    ["0", () => 0],
    ["{}", () => ({})],
    ["URL of dir/sub", () => pathToFileURL(`${folder}/dir/sub`)],
    ["URL of a page", () => new URL("http://x/a")],
  ),
);

/** Options of such a search: where it starts, what kind of entry counts, where it ends. */
export function searches(kinds: readonly unknown[], ends: readonly unknown[] = []): Samples {
  const kind = shared(fc.constantFrom(...kinds));
  const cwd = from.map((each) => ({ cwd: each }));
  const all = fc.oneof(
    fc.constant({}),
    cwd,
    kind.map((type) => ({ type })),
    fc.tuple(cwd, kind).map(([start, type]) => ({ ...start, type })),
    ...(ends.length === 0
      ? []
      : [fc.tuple(cwd, shared(fc.constantFrom(...ends))).map(([start, stopAt]) => ({ ...start, stopAt }))]),
  );
  return all.map((fields) => {
    const entries = Object.entries(fields);
    return sample(`{ ${entries.map(([key, each]) => `${key}: ${each.text}`).join(", ")} }`, (world) =>
      Object.fromEntries(entries.map(([key, each]) => [key, each.make(world)])),
    );
  });
}

/** Folders of this repository, some of which have a package.json or are below one that has. */
export const folders: Samples = shared(
  fc.constantFrom(
    root,
    `${root}/test/recipes`,
    `${root}/test/originals`,
    `${root}/test/originals/package.json`,
    `${root}/fixtures`,
    "src",
    "missing/x",
    "",
    "/",
    "..",
    undefined,
  ),
);

/** Options with such a folder, or without. */
export const inFolders: Samples = fc.oneof(
  folders.map((each) => sample(`{ cwd: ${each.text} }`, (world) => ({ cwd: each.make(world) }))),
  fc.constant(sample("{}", () => ({}))),
);
