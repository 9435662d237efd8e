import { existsSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { mark, temporary, withKnownNames } from "../effects/temporaries.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, type Samples, among, argumentLists, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const absent = Symbol("absent");

/** Objects whose members are some of the given values, or not there. */
function objects(members: Readonly<Record<string, readonly unknown[]>>): Samples {
  const each = Object.entries(members).map(([name, values]) =>
    fc.constantFrom(absent, absent, ...values).map((value) => [name, value] as const),
  );
  return fc
    .tuple(...each)
    .map((entries) => Object.fromEntries(entries.filter(([, value]) => value !== absent)))
    .map((object) => sample(fc.stringify(object), () => ({ ...object })));
}

const endings = ["png", ".png", "", ".", "..x", "tar.gz", undefined];
const names = ["unicorn.png", "a b", "", ".hidden", "é", undefined];
const odd = [null, 5, true, {}];
const foreign = ["a/b", "a\\b", "\0", " ", ".", "./x"];
// What would be removed or written outside is only named: no task and nothing that writes is given a way up.
const upwards = ["..", "../x", " .. "];
const places = {
  parentDirectory: [`in-${mark}`, "", undefined],
  rootDirectory: [join(temporary, `root-${mark}`, "deep"), undefined],
};
const oddPlaces = {
  parentDirectory: [...places.parentDirectory, ...odd, ...foreign, "..", "../x"],
  rootDirectory: [...places.rootDirectory, null, "relative", "", 5],
};

const nothing: fc.Arbitrary<Sample[]> = fc.constant([]);
const files = objects({ name: names, extension: endings, ...places });
const anyFiles = objects({ name: [...names, ...odd, ...foreign], extension: [...endings, ...odd, ...foreign] });
const paths = objects({
  name: [...names, ...odd, ...foreign, ...upwards],
  extension: [...endings, ...odd, ...foreign, ...upwards],
  ...oddPlaces,
});
const prefixes = objects({ prefix: ["a", "name_", "", "é ", undefined], ...places });
const anyPrefixes = objects({ prefix: ["a", ...odd, ...foreign], ...oddPlaces });

const data: Samples = fc.constantFrom(
  sample("'text'", () => "text"),
  sample("''", () => ""),
  sample("'é'", () => "é"),
  sample("Buffer", () => Buffer.from("bytes")),
  sample("Uint16Array", () => new Uint16Array([104, 105])),
  sample("DataView", () => new DataView(new ArrayBuffer(3))),
);
/** Streams that do not fail: how far one that fails has come is by chance. */
const streams = among(["a stream", () => Readable.from(["a", "b"])], ["a stream of nothing", () => Readable.from([])]);
const noData: Samples = fc.constantFrom(
  sample("undefined", () => undefined),
  sample("null", () => null),
  sample("5", () => 5),
  sample("{}", () => ({})),
);

/** Functions that look at the path they are given, leave something there or not, and end in every way. */
const tasks: Samples = fc
  .tuple(fc.constantFrom("gives", "throws", "waits", "rejects"), fc.boolean())
  .map(([end, leaves]) =>
    sample(`a task that ${end}${leaves ? " and leaves something" : ""}`, (world) => {
      const look = (path: string, ...more: readonly unknown[]): string => {
        const isDirectory = existsSync(path) && statSync(path).isDirectory();
        world.calls.push(path, existsSync(path), isDirectory, more.length);
        if (leaves) writeFileSync(isDirectory ? join(path, "left") : path, "left");
        return `done with ${path}`;
      };
      const fail = (): never => {
        throw new Error("the task failed");
      };
      if (end === "gives") return look;
      if (end === "throws") return (path: string) => [look(path), fail()];
      return async (path: string) => {
        const told = look(path);
        await setTimeout(1);
        return end === "waits" ? told : fail();
      };
    }),
  );

function between(options: Samples, ...first: readonly Samples[]): fc.Arbitrary<Sample[]> {
  return fc.oneof(argumentLists(...first), { weight: 3, arbitrary: argumentLists(...first, options) });
}

const pathLists = fc.oneof(nothing, argumentLists(anything), { weight: 6, arbitrary: argumentLists(paths) });
const directoryLists = fc.oneof(nothing, argumentLists(anything), {
  weight: 6,
  arbitrary: argumentLists(fc.oneof(prefixes, anyPrefixes)),
});
const writeLists = between(
  fc.oneof({ weight: 2, arbitrary: files }, anyFiles),
  fc.oneof({ weight: 9, arbitrary: data }, streams, noData),
);
const writeSyncLists = between(
  fc.oneof({ weight: 2, arbitrary: files }, anyFiles),
  fc.oneof({ weight: 3, arbitrary: data }, noData),
);

/** True for options that are null, or of which a member that is read is there and no text. */
function hasOddMember(options: unknown): boolean {
  if (typeof options !== "object" || options === null) return options === null;
  const { name, extension, prefix } = options as Readonly<Record<string, unknown>>;
  return [name, extension, prefix].some((each) => each !== undefined && typeof each !== "string");
}

export default {
  surround: withKnownNames,
  share: 0.5,
  arguments: {
    file: pathLists,
    temporaryFile: pathLists,
    directory: directoryLists,
    temporaryDirectory: directoryLists,
    write: writeLists,
    temporaryWrite: writeLists,
    writeSync: writeSyncLists,
    temporaryWriteSync: writeSyncLists,
    temporaryFileTask: between(files, tasks),
    temporaryDirectoryTask: between(prefixes, tasks),
    temporaryWriteTask: between(files, fc.oneof({ weight: 9, arbitrary: data }, streams), tasks),
  },
  deviations: ["file", "temporaryFile"].map((name) => ({
    note: "Options of another type fail by another message.",
    export: name,
    versions: name === "file" ? "<=2" : ">=3",
    example: () => (name === "file" ? [{ extension: 5 }] : [null]),
    covers: (args: readonly unknown[]) => args.some(hasOddMember),
  })),
} satisfies ProofSettings;
