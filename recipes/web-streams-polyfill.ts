import { defineRecipe, type Deviation } from "../src/recipe.ts";

const main = { ByteLengthQueuingStrategy, CountQueuingStrategy, ReadableStream, TransformStream, WritableStream };

const all = {
  ByteLengthQueuingStrategy,
  CountQueuingStrategy,
  ReadableByteStreamController,
  ReadableStream,
  ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest,
  ReadableStreamDefaultController,
  ReadableStreamDefaultReader,
  TransformStream,
  TransformStreamDefaultController,
  WritableStream,
  WritableStreamDefaultController,
  WritableStreamDefaultWriter,
};

const ownStreams: Deviation = {
  severity: "observable",
  note: "The streams are the runtime's own: they go together with those of fetch and the like, and no longer with streams of the package.",
};
const globals: Deviation = {
  severity: "observable",
  note: "Loaded, and not as a ponyfill, the package puts its classes in the place of the global ones.",
};
const laterText: Deviation = {
  severity: "observable",
  note: "The runtime keeps to a later text of the standard: to release a reader ends the reads that wait, and sinks hear of the reason of an abort.",
};
const order: Deviation = {
  severity: "observable",
  note: "What does not wait for each other can come in another order, and misuse can fail at another moment, with another class of error and another text.",
};
const polyfilled: Deviation = {
  severity: "observable",
  note: "Loaded as a polyfill, the package puts its classes in the place of the global ones.",
};
const withoutNew: Deviation = {
  severity: "message",
  note: "A class that is called without new fails by another text.",
};

export default defineRecipe(
  {
    package: "web-streams-polyfill",
    versions: ">=2.1.0 <3",
    replacement: "ReadableStream, WritableStream, TransformStream",
    floor: { node: "18.0.0" },
    deviations: [ownStreams, globals, laterText, order, withoutNew],
    dropSideEffect: true,
    exports: main,
    subpaths: {
      "./es6": main,
      "./es2018": main,
      "./ponyfill": main,
      "./ponyfill/es6": main,
      "./ponyfill/es2018": main,
    },
  },
  {
    package: "web-streams-polyfill",
    versions: ">=3.0.0 <3.3",
    replacement: "ReadableStream, WritableStream, TransformStream",
    floor: { node: "18.0.0" },
    deviations: [ownStreams, globals, laterText, order, withoutNew],
    dropSideEffect: true,
    exports: all,
    subpaths: {
      "./es6": all,
      "./es2018": all,
      "./ponyfill": all,
      "./ponyfill/es6": all,
      "./ponyfill/es2018": all,
    },
  },
  {
    package: "web-streams-polyfill",
    versions: ">=3.3.0 <4",
    replacement: "ReadableStream, WritableStream, TransformStream",
    // Earlier ones call no `cancel` of a transformer, and do not know `min` of a read.
    floor: { node: "20.18.0" },
    deviations: [ownStreams, globals, order, withoutNew],
    dropSideEffect: true,
    exports: all,
    subpaths: {
      "./es6": all,
      "./es2018": all,
      "./ponyfill": all,
      "./ponyfill/es6": all,
      "./ponyfill/es2018": all,
    },
  },
  {
    package: "web-streams-polyfill",
    versions: ">=4.0.0 <5",
    replacement: "ReadableStream, WritableStream, TransformStream",
    floor: { node: "20.18.0" },
    deviations: [ownStreams, polyfilled, order, withoutNew],
    exports: all,
    subpaths: {
      "./es5": all,
      "./polyfill": {},
      "./polyfill/es5": {},
    },
  },
);
