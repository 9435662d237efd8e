/** Every check, in the order a report shows them. A new one is a file here and a line below. */
import type { Check } from "../check.ts";
import { capabilities } from "./capabilities.ts";
import { installCommands } from "./install-commands.ts";
import { installScripts } from "./install-scripts.ts";
import { lockfile } from "./lockfile.ts";
import { lockfileEntries } from "./lockfile-entries.ts";
import { publishers } from "./publishers.ts";
import { ranges } from "./ranges.ts";
import { releaseAge } from "./release-age.ts";
import { runTimeDownloads } from "./run-time-downloads.ts";
import { sources } from "./sources.ts";

export const checks: readonly Check[] = [
  runTimeDownloads,
  installScripts,
  lockfileEntries,
  installCommands,
  sources,
  lockfile,
  ranges,
  releaseAge,
  capabilities,
  publishers,
];
