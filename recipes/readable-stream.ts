import { Duplex, finished, PassThrough, pipeline, Readable, Stream, Transform, Writable } from "node:stream";
import {
  apart,
  destroyed,
  errors,
  looped,
  order,
  paused,
  pressure,
  room,
  thrown,
  untold,
} from "./families/stream-deviations.ts";
import { defineRecipe, type Deviation } from "../src/recipe.ts";

const own: Deviation = {
  severity: "observable",
  note: "The streams are Node's own, as the Node that runs has them: those of the package are no instances of their classes, and what is added to a prototype all streams get.",
};
const over: Deviation = {
  severity: "observable",
  note: "finished and pipeline look otherwise at old streams and at those that are over before, and tell of them what they did not.",
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
    deviations: [own, room, apart, errors, untold, order, over],
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
    deviations: [own, room, apart, errors, thrown, untold, order, paused, destroyed, pressure, over, atOnce],
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
    deviations: [own, room, apart, errors, thrown, untold, order, paused, destroyed, pressure, over],
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
    deviations: [own, room, apart, errors, thrown, untold, order, paused, destroyed, pressure, looped],
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
