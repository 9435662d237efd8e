/** Times commands in alternating runs, so that a slow minute of the machine falls on all of them. */
import { spawnSync } from "node:child_process";

export interface Contender {
  readonly name: string;
  /** Arguments of node. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit codes that mean it did its work (findings are not failures). */
  readonly accepts: readonly number[];
  /** Run untimed after each timed run, to bring the tree back. */
  readonly reset?: readonly string[];
}

/** Seconds per run, by contender, in the order of the runs. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** One untimed round warms the disk cache; then `runs` rounds, each starting with another contender. */
export function alternate(contenders: readonly Contender[], runs: number): Times {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = -1; round < runs; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const contender = contenders[(turn + round + 1) % contenders.length];
      if (contender === undefined) continue;
      const seconds = time(contender);
      if (round >= 0) times.get(contender.name)?.push(seconds);
    }
  }
  return times;
}

function time({ name, args, cwd, accepts, reset }: Contender): number {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, NO_COLOR: "1" },
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (run.status === null || !accepts.includes(run.status)) {
    throw new Error(
      `${name} ended with ${run.status ?? run.signal}\n${run.stdout.slice(-2_000)}\n${run.stderr.slice(-2_000)}`,
    );
  }
  if (reset !== undefined) {
    const back = spawnSync(process.execPath, reset, { cwd, encoding: "utf8" });
    if (back.status !== 0) throw new Error(`${name} could not be taken back\n${back.stdout}\n${back.stderr}`);
  }
  return seconds;
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}

/** How often `unit` goes into `name`, run by run. */
export function ratio(times: Times, name: string, unit: string): Spread {
  const units = times.get(unit) ?? [];
  return spread((times.get(name) ?? []).map((seconds, run) => seconds / (units[run] ?? Number.NaN)));
}

/**
 * The power of `size` that `seconds` grows with: the slope of the least-squares line through their logarithms. 1 is linear;
 * what every run costs beforehand (starting node, loading the compiler) bends it below. NaN for fewer than two sizes.
 */
export function exponent(points: readonly { readonly size: number; readonly seconds: number }[]): number {
  const logs = points.map(({ size, seconds }) => ({ x: Math.log(size), y: Math.log(seconds) }));
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map((point) => point.x)), mean(logs.map((point) => point.y))];
  const covariance = mean(logs.map((point) => (point.x - x) * (point.y - y)));
  return covariance / mean(logs.map((point) => (point.x - x) ** 2));
}
