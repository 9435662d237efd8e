import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

interface Scene {
  readonly limit: unknown;
  readonly depth: number;
}

const scenes = new WeakMap<World, Scene>();

/** Calls at a depth and with a limit of frames, and tells the frames, and whether Error is left as it was. */
const atDepth: Surround = (call, world) => {
  const { limit, depth } = scenes.get(world) ?? { limit: 10, depth: 0 };
  const { stackTraceLimit, prepareStackTrace } = Error;
  Error.stackTraceLimit = limit as number;
  try {
    const sites = deepen(call, depth) as NodeJS.CallSite[];
    world.calls.push(Error.prepareStackTrace === prepareStackTrace);
    return sites
      .slice(0, depth + 2)
      .map((site) => [site.getFunctionName(), typeof site.getLineNumber(), site.isConstructor()]);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    Error.prepareStackTrace = prepareStackTrace;
  }
};

function deepen(call: () => unknown, depth: number): unknown {
  return depth === 0 ? call() : deepen(call, depth - 1);
}

const scene: fc.Arbitrary<Sample> = fc
  .record({
    limit: fc.constantFrom<unknown>(0, 1, 2, 10, 100, Infinity, -1, "5", undefined),
    depth: fc.nat({ max: 20 }),
  })
  .map((one) =>
    sample(`at depth ${one.depth}, limit ${String(one.limit)}`, (world) => {
      scenes.set(world, one);
      return undefined;
    }),
  );

export default { surround: atDepth, arguments: { default: fc.tuple(scene) } } satisfies ProofSettings;
