import { createHash } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "md5",
  versions: ">=2.2.1 <3",
  replacement: "crypto.createHash",
  floor: { node: "0.12.0" },
  deviations: [
    { severity: "quirk", note: "A text with half of a surrogate pair has a hash, where the package fails." },
    { severity: "observable", note: "It fails where Node is held to FIPS, which has no MD5." },
  ],
  exports: { default: (message: string) => createHash("md5").update(message).digest("hex") },
});
