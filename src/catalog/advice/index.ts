/** Every package there is advice on, by name. */
import type { ByHand } from "./by-hand.ts";
import { bytes } from "./bytes.ts";
import { language } from "./language.ts";
import { modules } from "./modules.ts";
import { objects } from "./objects.ts";
import { paths } from "./paths.ts";
import { processes } from "./processes.ts";
import { shims } from "./shims.ts";
import { streams } from "./streams.ts";
import { text } from "./text.ts";
import { tooling } from "./tooling.ts";
import { web } from "./web.ts";

export type { ByHand } from "./by-hand.ts";

/** All advice, by topic. A package stands in one of them. */
export const topics: Readonly<Record<string, readonly ByHand[]>> = {
  shims,
  language,
  text,
  objects,
  paths,
  modules,
  processes,
  bytes,
  streams,
  web,
  tooling,
};

const byName = new Map(
  Object.values(topics)
    .flat()
    .flatMap((each) => each.packages.map((name) => [name, each] as const)),
);

/** What to do by hand about a package; undefined when nothing is known of it. */
export function adviceOn(name: string): ByHand | undefined {
  return byName.get(name);
}
