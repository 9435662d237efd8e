import { randomBytes } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "nanoid",
    versions: ">=3.3.8 <4",
    replacement: "crypto.randomBytes in base64url",
    floor: { node: "14.18.0" },
    exports: { nanoid },
  },
  {
    package: "nanoid",
    versions: ">=5.0.9 <6",
    replacement: "crypto.randomBytes in base64url",
    floor: { node: "14.18.0" },
    exports: { nanoid },
  },
);

function nanoid(size?: number): string;
/** A random id of that many characters, each of which may stand in a URL. */
function nanoid(size: unknown = 21): string {
  const length = (size as number) | 0;
  return length > 0
    ? randomBytes(Math.ceil((length * 3) / 4))
        .toString("base64url")
        .slice(0, length)
    : "";
}
