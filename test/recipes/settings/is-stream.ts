import { PassThrough, Readable, Transform, Writable } from "node:stream";
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const pipe = (): void => undefined;
const streams = among(
  ["new PassThrough()", () => new PassThrough()],
  ["new Readable()", () => new Readable()],
  ["new Writable()", () => new Writable()],
  ["new Transform()", () => new Transform()],
  ["Readable.from([])", () => Readable.from([])],
  ["new PassThrough().end()", () => new PassThrough().end()],
  ["{ pipe }", () => ({ pipe })],
  [
    "{ pipe, writable: true, _write, _writableState: null }",
    () => ({ pipe, writable: true, _write: pipe, _writableState: null }),
  ],
  ["{ pipe, readable: 0, _read, _readableState: {} }", () => ({ pipe, readable: 0, _read: pipe, _readableState: {} })],
  ["function with pipe", () => Object.assign(() => 1, { pipe })],
);

export default { parameters: { stream: fc.oneof(streams, anything) } } satisfies ProofSettings;
