import { it } from "node:test";
import { tryPrograms } from "./share.ts";

it("programs of the first seventy seeds behave after a rewrite as they did before", async () => {
  await tryPrograms(500_000, 70);
});
