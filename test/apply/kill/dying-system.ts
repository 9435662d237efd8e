/** A system that stops answering at one of its calls: to what is left on disk, that is a kill. */
import { nodeSystem, type System } from "../../../src/apply/transaction/system.ts";

export interface DyingSystem {
  readonly system: System;
  /** Calls made so far that change something. */
  calls(): number;
}

const harmless: ReadonlySet<PropertyKey> = new Set(["status", "read", "realpath", "list", "checkWritable"]);

/**
 * Runs `die` instead of call number `last` (from 0; only calls that change something count), and makes every later call
 * fail. With `torn`, the fatal call does half of its work first when it is a write.
 */
export function dyingSystem(last: number, die: () => void, torn = false): DyingSystem {
  let count = 0;
  let dead = false;
  const guard = (name: PropertyKey, act: (...args: unknown[]) => unknown) =>
    function call(...args: unknown[]): unknown {
      if (dead) throw new Error("this process is dead");
      if (harmless.has(name) || count++ !== last) return act(...args);
      if (torn && name === "write" && args[1] instanceof Uint8Array && typeof args[0] === "number") {
        nodeSystem.write(args[0], args[1].subarray(0, args[1].length / 2));
      }
      dead = true;
      die();
      throw new Error("this process is dead");
    };
  const system = new Proxy(nodeSystem, {
    get(target, name): unknown {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return guard(name, (...args) => Reflect.apply(member, target, args));
    },
  });
  return { system, calls: () => count };
}
