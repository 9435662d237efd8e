/** What happens in which turn: calls and results are compared with the microtask they come in. */
import { types } from "node:util";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, sample } from "../proof/sample.ts";

/** Turns counted before a call is given up. */
const most = 200;

const clocks = new WeakMap<World, { turn: number }>();
const plays = new WeakMap<World, Play>();

/** What is done with what a call gave: it may wait for turns, and writes down what it sees. */
export type Play = (value: unknown, scene: Scene) => unknown;

export interface Scene {
  /** Writes down what happened, with the turn it happened in. */
  readonly note: (...what: unknown[]) => void;
  /** Waits for so many turns. */
  readonly turns: (count: number) => Promise<void>;
}

/** Counts turns while a call goes on, and plays on its result what its inputs ask for. */
export const inTurns: Surround = (call, world) => {
  const clock = startClock(world);
  const scene = sceneOf(world);
  let value: unknown;
  try {
    value = call();
  } finally {
    if (value === undefined) clock.turn = most;
  }
  const play = plays.get(world);
  if (play !== undefined) return finish(Promise.resolve(play(value, scene)), scene);
  return types.isPromise(value) ? finish(value, scene) : value;
};

/** The same for a package all of whose results are played on alike. */
export function playing(play: Play): Surround {
  return (call, world) => {
    plays.set(world, play);
    return inTurns(call, world);
  };
}

async function finish(value: Promise<unknown>, scene: Scene): Promise<unknown> {
  const settle = (state: string) => {
    scene.note(state);
  };
  await value.then(
    () => settle("resolved"),
    () => settle("rejected"),
  );
  return value;
}

function startClock(world: World): { turn: number } {
  const clock = { turn: 0 };
  clocks.set(world, clock);
  void (async () => {
    for (; clock.turn < most; clock.turn += 1) await undefined;
  })();
  return clock;
}

function sceneOf(world: World): Scene {
  const note = (...what: unknown[]): void => void world.calls.push([turnOf(world), ...what]);
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) await undefined;
  };
  return { note, turns };
}

function turnOf(world: World): number {
  return clocks.get(world)?.turn ?? -1;
}

/** An argument that is not given to the function: what is done with its result. The function ignores it. */
export function played(text: string, play: Play): Sample {
  return sample(text, (world) => {
    plays.set(world, play);
    return undefined;
  });
}

/** How a function of a sample ends: at once or after some turns, with a value or an error. */
export interface Ending {
  readonly after: number;
  readonly fails: boolean;
}

/** A function that tells when it is called, with what, and ends as it is told. */
export function teller(name: string, { after, fails }: Ending, isAsync = after > 0): Sample {
  return sample(`${name}(${isAsync ? "async " : ""}${after}${fails ? ", fails" : ""})`, (world) =>
    tellerIn(sceneOf(world), name, { after, fails }, isAsync),
  );
}

/** The function itself, for a scene that is already played. */
export function tellerIn({ note, turns }: Scene, name: string, { after, fails }: Ending, isAsync: boolean) {
  const end = (): string => {
    note(name, "ends");
    if (fails) throw new RangeError(`${name} fails`);
    return name;
  };
  return (...args: unknown[]): unknown => {
    note(name, "is called", ...args);
    return isAsync ? turns(after).then(end) : end();
  };
}
