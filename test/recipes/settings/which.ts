import fc from "fast-check";
import { folder, namesIn, placesWith, told, withPath } from "../effects/searched.ts";
import { type Sample, among, argumentLists, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const plain = ["tool", "a b", "none", "./tool", "one/tool", "two/tool", `${folder}/one/tool`, "", ".", "..", "/"];
const odd = ["two/../one/tool", "./one", "tool/", ".\\tool", ".\\one/tool", "tool\\x", "tool\0", "x\0/y"];
const name = fc.oneof({ weight: 4, arbitrary: shared(fc.constantFrom(...plain)) }, shared(fc.constantFrom(...odd)));
const noName = among(
  ["undefined", () => undefined],
  ["null", () => null],
  ["5", () => 5],
  ["['tool']", () => ["tool"]],
);
const found = namesIn(placesWith(), name);
const anyName = fc.oneof({ weight: 9, arbitrary: found }, noName);

const options = among(
  ["{ nothrow: true }", () => ({ nothrow: true })],
  ["{ nothrow: false }", () => ({ nothrow: false })],
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["{ path: 'two:one' }", () => ({ path: "two:one" })],
  ["{ path: '' }", () => ({ path: "" })],
  ["{ path: undefined, nothrow: true }", () => ({ path: undefined, nothrow: true })],
  ["{ all: false }", () => ({ all: false })],
);
const given = among(
  ["{}", () => ({})],
  ["{ path: 'one' }", () => ({ path: "one" })],
  ["{ nothrow: true }", () => ({ nothrow: true })],
);
const back: fc.Arbitrary<Sample> = fc.constant(told);

const lists = fc.oneof(argumentLists(anyName), argumentLists(anyName, options));

export default {
  surround: withPath,
  arguments: {
    // With a callback, which later versions do not look at: without one, in effects/which.test.ts.
    default: fc.oneof(argumentLists(found, back), argumentLists(found, given, back)),
    sync: lists,
  },
  deviations: [
    {
      note: "A name that is no text fails by another message.",
      export: "sync",
      example: () => [5],
      covers: ([name]) => typeof name !== "string",
    },
    {
      note: "A name with a null byte is not found, where the package complains of the byte.",
      versions: ">=2",
      example: () => ["tool\0"],
      covers: ([name], place) => typeof name === "string" && name.includes("\0") && place.export === "default",
    },
    {
      note: "A name that begins with a dot and a backslash is looked up as it is, where the package writes that twice.",
      test: "effects/which.test.ts",
    },
    {
      note: "A quotation mark in PATH that closes nothing is part of a name, where it stands for the current directory.",
      test: "effects/which.test.ts",
    },
    { note: "The variable OSTYPE does not turn another system into Windows.", test: "effects/which.test.ts" },
  ],
} satisfies ProofSettings;
