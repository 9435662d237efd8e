import { it } from "node:test";
import { tryFiveThousand } from "./share.ts";

it("the first five thousand programs behave after a rewrite as they did before", () => tryFiveThousand(1_000_000));
