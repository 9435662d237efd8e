import { Duplex, finished, PassThrough, pipeline, Readable, Stream, Transform, Writable } from "node:stream";
import { defineRecipe, type Deviation } from "../src/recipe.ts";

const own: Deviation = {
  severity: "observable",
  note: "The streams are Node's own, as the Node that runs has them: those of the package are no instances of their classes, and what is added to a prototype all streams get.",
};
const room: Deviation = {
  severity: "observable",
  note: "From Node 22 on a stream has room for 64 KiB where it is not told, not for 16.",
};
const apart: Deviation = {
  severity: "observable",
  note: "From Node 26 on read() without a size, and a loop, take one chunk at a time, not joined what has come.",
};
const errors: Deviation = {
  severity: "observable",
  note: "Errors that streams make themselves are of other classes, or have other codes and texts, and a callback of a write can be told null where it was told nothing.",
};
const encoding: Deviation = {
  severity: "observable",
  note: "In object mode the functions of a stream can be told no encoding.",
};
const order: Deviation = {
  severity: "observable",
  note: "What does not wait for each other can come in another order: of two failures at once another one may be told, and what still waits in a stream that is destroyed hears of it or not.",
};
const destroyed: Deviation = {
  severity: "observable",
  note: "A stream destroys itself once it is over or has failed, unless autoDestroy is false: it is closed then, and neither takes nor gives what comes after.",
};
const pressure: Deviation = {
  severity: "observable",
  note: "Where a Transform has no room left, what is written to it is acknowledged only when something is taken out of it.",
};
const over: Deviation = {
  severity: "observable",
  note: "finished and pipeline look otherwise at old streams and at those that are over before, and tell of them what they did not.",
};
const looped: Deviation = {
  severity: "observable",
  note: "A stream can be read in a loop, and read() can give joined what was written apart.",
};
const atOnce: Deviation = {
  severity: "observable",
  note: "Readable.from gives a text at once, not character by character.",
};

export default defineRecipe(
  {
    package: "readable-stream",
    versions: ">=4.0.0 <5",
    replacement: "node:stream",
    floor: { node: "18.0.0" },
    deviations: [own, room, apart, errors, encoding, order, over],
    exports: {
      default: Readable,
      Duplex,
      finished,
      from: Readable.from,
      PassThrough,
      pipeline,
      Readable,
      Stream,
      Transform,
      Writable,
    },
    members: {
      Duplex: ["prototype"],
      PassThrough: ["prototype"],
      Readable: ["from", "prototype"],
      Transform: ["prototype"],
      Writable: ["prototype"],
    },
  },
  {
    package: "readable-stream",
    versions: ">=3.5.0 <4",
    replacement: "node:stream",
    floor: { node: "14.0.0" },
    deviations: [own, room, apart, errors, encoding, order, destroyed, pressure, over, atOnce],
    exports: {
      default: Readable,
      Duplex,
      finished,
      from: Readable.from,
      PassThrough,
      pipeline,
      Readable,
      Stream,
      Transform,
      Writable,
    },
    members: {
      Duplex: ["prototype"],
      PassThrough: ["prototype"],
      Readable: ["from", "prototype"],
      Transform: ["prototype"],
      Writable: ["prototype"],
    },
  },
  {
    package: "readable-stream",
    versions: ">=3.0.0 <3.5",
    replacement: "node:stream",
    floor: { node: "14.0.0" },
    deviations: [own, room, apart, errors, encoding, order, destroyed, pressure, over],
    exports: { default: Readable, Duplex, finished, PassThrough, pipeline, Readable, Stream, Transform, Writable },
    members: {
      Duplex: ["prototype"],
      PassThrough: ["prototype"],
      Readable: ["prototype"],
      Transform: ["prototype"],
      Writable: ["prototype"],
    },
  },
  {
    package: "readable-stream",
    versions: ">=2.3.0 <3",
    replacement: "node:stream",
    floor: { node: "14.0.0" },
    deviations: [own, room, apart, errors, encoding, order, destroyed, pressure, looped],
    exports: { default: Readable, Duplex, PassThrough, Readable, Stream, Transform, Writable },
    members: {
      Duplex: ["prototype"],
      PassThrough: ["prototype"],
      Readable: ["prototype"],
      Transform: ["prototype"],
      Writable: ["prototype"],
    },
  },
);
