import { it } from "node:test";
import { tryPrograms } from "./share.ts";

it("programs of the next seventy seeds behave after a rewrite as they did before", async () => {
  await tryPrograms(500_070, 70);
});
