import { it } from "node:test";
import { tryFiveThousand } from "./share.ts";

it("the second five thousand programs behave after a rewrite as they did before", () => tryFiveThousand(2_000_000));
