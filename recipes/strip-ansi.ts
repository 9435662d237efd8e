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
        note: "Sequences that the package overlooks go too: ESC [ s and ESC [ u, links that end in ESC \\, and more in version 4.",
      },
    ],
    exports: {
      /** Removes ANSI escape codes from a string; gives anything else back as it is. */
      default: [
        (text: string) => stripVTControlCharacters(text),
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
      { severity: "message", note: "The TypeError for something that is no string reads differently." },
      {
        severity: "observable",
        note: "Window titles and links with unusual characters, device control strings and rare CSI forms stay in part.",
      },
    ],
    exports: {
      /** Removes ANSI escape codes from a string. */
      default: (text: unknown) => stripVTControlCharacters(text as string),
    },
  },
);
