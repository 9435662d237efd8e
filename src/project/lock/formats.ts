/** Every format of lockfiles that is known, by the names of its files. A new one is a folder here and a line below. */
import { bunBinary, bunText } from "./bun/read.ts";
import { deno } from "./deno/read.ts";
import type { LockFormat } from "./format.ts";
import { npm } from "./npm/read.ts";
import { pnpm } from "./pnpm/read.ts";
import { yarn } from "./yarn/read.ts";

export const lockFormats: readonly LockFormat[] = [npm, pnpm, yarn, bunText, bunBinary, deno];
