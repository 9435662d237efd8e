import { PassThrough, Transform } from "node:stream";
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
  note: "The streams are Node's own, as the Node that runs has them, and no instances of the classes of readable-stream.",
};
const inherited: Deviation = {
  severity: "observable",
  note: "Options that an object has from its prototype are not looked at.",
};
const ended: Deviation = {
  severity: "observable",
  note: "destroy() ends a stream, which then neither takes nor gives anything: that of the package emits error and close, and goes on.",
};
export default defineRecipe(
  {
    package: "through2",
    versions: ">=4.0.0 <5",
    replacement: "stream.Transform",
    floor: { node: "14.0.0" },
    deviations: [own, room, apart, errors, thrown, untold, order, paused, destroyed, pressure, inherited],
    exports: {
      default: [pass, change, changeAndFlush, changeWith, changeAndFlushWith, through],
      obj: [
        passObjects,
        changeObjects,
        changeAndFlushObjects,
        changeObjectsWith,
        changeAndFlushObjectsWith,
        changeAsTold,
        changeAndFlushAsTold,
        throughObjects,
      ],
    },
  },
  {
    package: "through2",
    versions: ">=2.0.3 <4",
    replacement: "stream.Transform",
    floor: { node: "14.0.0" },
    deviations: [
      own,
      room,
      apart,
      errors,
      thrown,
      untold,
      order,
      paused,
      destroyed,
      pressure,
      inherited,
      ended,
      looped,
    ],
    exports: {
      default: [pass, change, changeAndFlush, changeWith, changeAndFlushWith, through],
      obj: [
        passObjects,
        changeObjects,
        changeAndFlushObjects,
        changeObjectsWith,
        changeAndFlushObjectsWith,
        changeAsTold,
        changeAndFlushAsTold,
        throughObjects,
      ],
    },
  },
);

type Done = (error?: Error | null, data?: unknown) => void;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Change = (this: Transform, chunk: any, encoding: BufferEncoding, done: Done) => void;
type Flush = (this: Transform, done: Done) => void;

interface Options {
  objectMode?: boolean;
  readableObjectMode?: boolean;
  writableObjectMode?: boolean;
  highWaterMark?: number;
  allowHalfOpen?: boolean;
  decodeStrings?: boolean;
  autoDestroy?: boolean;
  encoding?: BufferEncoding;
}
/** Those that say nothing of objects. */
interface Others {
  highWaterMark?: number;
  allowHalfOpen?: boolean;
  decodeStrings?: boolean;
  autoDestroy?: boolean;
}
/** Those that ask for objects. */
interface Objects {
  objectMode: true;
  highWaterMark?: number;
  allowHalfOpen?: boolean;
  decodeStrings?: boolean;
  autoDestroy?: boolean;
}

function pass(): Transform {
  return new PassThrough();
}

function change(transform: Change): Transform {
  return new Transform({ transform });
}

function changeAndFlush(transform: Change, flush: Flush): Transform {
  return new Transform({ transform, flush });
}

function changeWith(options: Options, transform: Change): Transform {
  return new Transform({ ...options, transform });
}

function changeAndFlushWith(options: Options, transform: Change, flush: Flush): Transform {
  return new Transform({ ...options, transform, flush });
}

function passObjects(): Transform {
  return new PassThrough({ objectMode: true });
}

function changeObjects(transform: Change): Transform {
  return new Transform({ objectMode: true, transform });
}

function changeAndFlushObjects(transform: Change, flush: Flush): Transform {
  return new Transform({ objectMode: true, transform, flush });
}

function changeObjectsWith(options: Others, transform: Change): Transform {
  return new Transform({ objectMode: true, ...options, transform });
}

function changeAndFlushObjectsWith(options: Others, transform: Change, flush: Flush): Transform {
  return new Transform({ objectMode: true, ...options, transform, flush });
}

function changeAsTold(options: Objects, transform: Change): Transform {
  return new Transform({ ...options, transform });
}

function changeAndFlushAsTold(options: Objects, transform: Change, flush: Flush): Transform {
  return new Transform({ ...options, transform, flush });
}

function through(transform?: Change, flush?: Flush): Transform;
function through(options: Options, transform?: Change, flush?: Flush): Transform;
/** A stream that changes what is written to it. */
function through(options?: unknown, transform?: unknown, flush?: unknown): Transform {
  if (typeof options === "function") return through({}, options as Change, transform as Flush);
  const stream = new Transform(options as Options);
  stream._transform = typeof transform === "function" ? (transform as Change) : PassThrough.prototype._transform;
  if (typeof flush === "function") stream._flush = flush as Flush;
  return stream;
}

function throughObjects(transform?: Change, flush?: Flush): Transform;
function throughObjects(options: Options, transform?: Change, flush?: Flush): Transform;
/** A stream that changes the objects that are written to it. */
function throughObjects(options?: unknown, transform?: unknown, flush?: unknown): Transform {
  if (typeof options === "function") return throughObjects({}, options as Change, transform as Flush);
  return through({ objectMode: true, highWaterMark: 16, ...(options as Options) }, transform as Change, flush as Flush);
}
