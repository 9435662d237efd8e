import { stripVTControlCharacters } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "strip-ansi",
    versions: ">=4 <7",
    replacement: "util.stripVTControlCharacters",
    floor: { node: "16.11.0" },
    deviations: [
      {
        severity: "quirk",
        note: "sequences the package overlooks go too: cursor save and restore (ESC [ s, ESC [ u), links ended by ESC \\",
      },
    ],
    exports: {
      default: [
        (text: string) => stripVTControlCharacters(text),
        /** Removes ANSI escape codes from a string; gives anything else back as it is. */
        <T>(text: T) => (typeof text === "string" ? stripVTControlCharacters(text) : text),
      ],
    },
  },
  {
    package: "strip-ansi",
    versions: ">=7 <8",
    replacement: "util.stripVTControlCharacters",
    floor: { node: "16.11.0" },
    deviations: [
      { severity: "message", note: "the error for something that is no string reads differently" },
      {
        severity: "observable",
        note: "window titles and links with unusual characters, device control strings and rare CSI forms stay in part",
      },
    ],
    exports: { default: (text: string) => stripVTControlCharacters(text) },
  },
);
