/** Which packages to put back so that a command passes with all the others gone. Pure: the runs are handed in. */

export type Trial = { readonly passed: true } | { readonly passed: false; readonly reason: string };

export interface Guilty {
  readonly package: string;
  /** With these gone the command passed; with it gone too it failed. */
  readonly passedWithout: readonly string[];
  readonly reason: string;
}

export interface Bisection {
  readonly guilty: readonly Guilty[];
  /** The rest: with all of these gone, and nothing else, the command passed. */
  readonly innocent: readonly string[];
}

/**
 * Known before: with nothing gone the command passes; with all of `packages` gone it fails with `reason`. A guilty one is
 * found by halving, then all that is left is tried at once: about log2(n) + 1 runs for each. Of two that fail only
 * together the later one is put back. `run` is called with the packages that go, never with none or with all.
 */
export async function bisect(
  packages: readonly string[],
  reason: string,
  run: (going: readonly string[]) => Promise<Trial>,
): Promise<Bisection> {
  const guilty: Guilty[] = [];
  let rest = packages;
  let passing = 0;
  let why = reason;
  for (;;) {
    let failing = rest.length;
    while (failing - passing > 1) {
      const middle = (passing + failing) >> 1;
      const trial = await run(rest.slice(0, middle));
      if (trial.passed) passing = middle;
      else [failing, why] = [middle, trial.reason];
    }
    const found = rest[passing];
    if (found === undefined) throw new Error("a command that failed cannot pass without any package to blame");
    guilty.push({ package: found, passedWithout: rest.slice(0, passing), reason: why });
    rest = rest.filter((name) => name !== found);
    if (passing === rest.length) return { guilty, innocent: rest };
    const trial = await run(rest);
    if (trial.passed) return { guilty, innocent: rest };
    why = trial.reason;
  }
}
