import { defineRecipe } from "../src/recipe.ts";
import { noRules, type Options, readOptions } from "./families/yargs/options.ts";
import { type Manner, type Parsed, readArguments } from "./families/yargs/read.ts";

export default defineRecipe(
  {
    package: "yargs-parser",
    versions: "20.2.9",
    replacement: "a loop over the arguments",
    floor: { node: "12.0.0", baseline: "2020-01" },
    deviations: [
      {
        severity: "message",
        note: "What is no list and no text, names that are no texts, and an option by the name _ with the value 1, fail by another message.",
      },
    ],
    exports: { default: [yargsParserEarlyAlone, yargsParserEarly] },
  },
  {
    package: "yargs-parser",
    versions: ">=21.0.0 <21.1",
    replacement: "a loop over the arguments",
    floor: { node: "12.0.0", baseline: "2020-01" },
    deviations: [
      {
        severity: "message",
        note: "What is no list and no text, names that are no texts, and an option by the name _ with the value 1, fail by another message.",
      },
    ],
    exports: { default: [yargsParserLooseAlone, yargsParserLoose] },
  },
  {
    package: "yargs-parser",
    versions: ">=21.1.0 <23",
    replacement: "a loop over the arguments",
    floor: { node: "12.0.0", baseline: "2020-01" },
    deviations: [
      {
        severity: "message",
        note: "What is no list and no text, names that are no texts, and an option by the name _ with the value 1, fail by another message.",
      },
    ],
    exports: { default: [yargsParserAlone, yargsParser] },
  },
);

const manner: Manner = { nameless: /^---+(?:=|$)/, unquotes: false };
const mannerLoose: Manner = { nameless: /---+(?:=|$)/, unquotes: false };
const mannerEarly: Manner = { nameless: /---+(?:=|$)/, unquotes: true };

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParserEarlyAlone(args: unknown): Parsed {
  return readArguments(args, noRules(), mannerEarly);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParserEarly(args: unknown, options: Options = {}): Parsed {
  return readArguments(args, readOptions(options), mannerEarly);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParserLooseAlone(args: unknown): Parsed {
  return readArguments(args, noRules(), mannerLoose);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParserLoose(args: unknown, options: Options = {}): Parsed {
  return readArguments(args, readOptions(options), mannerLoose);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParserAlone(args: unknown): Parsed {
  return readArguments(args, noRules(), manner);
}

/** The options and the rest of a command line: `--port 80 -v file` gives `{ _: ["file"], port: 80, v: true }`. */
function yargsParser(args: unknown, options: Options = {}): Parsed {
  return readArguments(args, readOptions(options), manner);
}
