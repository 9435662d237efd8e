/** Examines programs by the hundred, until a number of them or a time is reached. */
import type { Catalog } from "../../src/catalog/catalog.ts";
import { examine, type Examined } from "./examine.ts";
import { generate } from "./generate.ts";
import { shrink } from "./shrink.ts";
import { count, createTally, type Tally } from "./tally.ts";

export interface FuzzOptions {
  readonly seed: number;
  readonly programs?: number;
  readonly seconds?: number;
  /** Stops after that many programs with mistakes. */
  readonly mistakes?: number;
  /** False reports programs as they were generated. */
  readonly shrink?: boolean;
  /** Uses these packages alone; all of them when absent. */
  readonly names?: ReadonlySet<string>;
  readonly onMistake?: (found: Examined) => void;
}

export interface FuzzResult {
  readonly tally: Tally;
  /** Each as small as it could be made. */
  readonly mistakes: readonly Examined[];
}

const batch = 150;

/** Programs of the seeds from `seed` on. While those of a batch run in a child process, the next is planned. */
export async function fuzz(catalog: Catalog, options: FuzzOptions): Promise<FuzzResult> {
  const { names, seed, programs = Infinity, seconds = Infinity, mistakes: most = 5, onMistake } = options;
  const end = Date.now() + seconds * 1000;
  const tally = createTally();
  const mistakes: Examined[] = [];
  const finish = async (batch: readonly Examined[]): Promise<void> => {
    for (const examined of batch) {
      count(tally, examined);
      if (examined.mistakes.length === 0 || mistakes.length >= most) continue;
      // Programs of a batch run in one process, on a machine that may be busy: a mistake is one that shows alone, and again.
      const [alone] = await examine([examined.program], catalog, { apart: true });
      if (alone === undefined || alone.mistakes.length === 0) continue;
      const [again] = await examine([examined.program], catalog, { apart: true });
      if (again === undefined || again.mistakes.length === 0) continue;
      const smallest = options.shrink === false ? alone : await shrink(alone, catalog, { apart: true });
      mistakes.push(smallest);
      onMistake?.(smallest);
    }
  };
  let running: Promise<readonly Examined[]> = Promise.resolve([]);
  for (let done = 0; done < programs && Date.now() < end && mistakes.length < most; done += batch) {
    const seeds = Array.from({ length: Math.min(batch, programs - done) }, (_, index) => seed + done + index);
    const next = examine(
      seeds.map((one) => generate(one, names)),
      catalog,
    );
    await finish(await running);
    running = next;
  }
  await finish(await running);
  return { tally, mistakes };
}
