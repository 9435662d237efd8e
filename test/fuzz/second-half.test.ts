import { it } from "node:test";
import { tryFiveHundred } from "./thousand.ts";

it("programs of the second five hundred seeds behave after a rewrite as they did before", () =>
  tryFiveHundred(600_000));
