import { createReadStream } from "node:fs";
import { createDeflate, createGunzip, createGzip, createInflate, createUnzip } from "node:zlib";
import fc from "fast-check";
import { duplexes, noStreams, readables, untilQuiet, watch, writables } from "../effects/streams.ts";
import { anything } from "../proof/hostile.ts";
import { among, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const packers = { createGzip, createGunzip, createDeflate, createInflate, createUnzip };
const packing = fc.constantFrom(...Object.entries(packers)).map(([name, make]) => ({
  text: `${name}()`,
  make: (world: Parameters<typeof watch>[0]) => watch(world, name, make()),
}));
const files = among(
  ["a file", (world) => watch(world, "file", createReadStream(process.execPath, { end: 5 }))],
  [
    "a file that is open",
    (world) =>
      watch(
        world,
        "file",
        createReadStream(process.execPath, { end: 5 }).once("open", () => undefined),
      ),
  ],
);
const streams = fc.oneof(
  { weight: 3, arbitrary: readables() },
  { weight: 3, arbitrary: writables() },
  { weight: 2, arbitrary: duplexes() },
  packing,
  files,
  noStreams,
);
const lists = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(streams) },
  { weight: 3, arbitrary: fc.tuple(streams, shared(fc.constantFrom(true, false, undefined, 1, ""))) },
  fc.tuple(anything, anything),
);

export default { surround: untilQuiet, share: 0.6, arguments: { default: lists } } satisfies ProofSettings;
