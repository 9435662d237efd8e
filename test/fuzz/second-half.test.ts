import { it } from "node:test";
import { tryPrograms } from "./share.ts";

it("programs of the second hundred seeds behave after a rewrite as they did before", async () => {
  await tryPrograms(600_000, 100);
});
