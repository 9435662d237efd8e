/** Folders that PATH leads to, planted anew for each call: files of every mode, directories and links, and who asks. */
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { types } from "node:util";
import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type Samples, type World, sample } from "../proof/sample.ts";

const temporary = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const outer = join(realpathSync(temporary), `shrinkdeps-searched-${process.pid}`);
/** Where the call runs. */
export const folder = join(outer, "work");

type Person = "root" | "owner" | "other";

/** What a call finds. */
export interface Place {
  /** The variable PATH; undefined when there is none. */
  readonly path: string | undefined;
  /** What stands at each path: a mode, a directory, or a link to another. */
  readonly entries: Readonly<Record<string, number | "directory" | `-> ${string}`>>;
  readonly user: Person;
  readonly group: "its" | "other";
  readonly groups: readonly ("its" | "other")[];
}

const [user, group] = process.getuid?.() === 0 ? [4321, 4322] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
const users = { root: 0, owner: user, other: 54_321 };
const groups = { its: group, other: 54_322 };

const places = new WeakMap<World, Place>();
const waiting = new WeakMap<World, Promise<void>>();

/** Runs a call where PATH leads to the planted folders. */
export const withPath: Surround = (call, world) => {
  const place = places.get(world);
  if (place === undefined) return call();
  const home = process.cwd();
  const { PATH } = process.env;
  const { getuid, getgid, getgroups } = process;
  plant(place);
  process.chdir(folder);
  setPath(place.path);
  Object.assign(process, {
    getuid: () => users[place.user],
    getgid: () => groups[place.group],
    getgroups: () => place.groups.map((each) => groups[each]),
  });
  const leave = (): void => {
    Object.assign(process, { getuid, getgid, getgroups });
    setPath(PATH);
    process.chdir(home);
    rmSync(outer, { recursive: true, force: true });
  };
  try {
    const value = call();
    const awaited = types.isPromise(value) ? value : waiting.get(world)?.then(() => value);
    if (awaited !== undefined) return awaited.finally(leave);
    leave();
    return value;
  } catch (error) {
    leave();
    throw error;
  }
};

function setPath(path: string | undefined): void {
  if (path === undefined) delete process.env["PATH"];
  else process.env["PATH"] = path;
}

function plant({ entries }: Place): void {
  rmSync(outer, { recursive: true, force: true });
  for (const directory of ["one", "two", "three three"]) mkdirSync(join(folder, directory), { recursive: true });
  for (const [name, kind] of Object.entries(entries)) {
    const path = join(folder, name);
    if (kind === "directory") mkdirSync(path);
    else if (typeof kind === "string") symlinkSync(kind.slice(3), path);
    else {
      writeFileSync(path, "");
      if (process.getuid?.() === 0) chownSync(path, user, group);
      chmodSync(path, kind);
    }
  }
}

/** A callback; the call is over when it has been called. */
export const told: Sample = sample("callback", (world) => {
  let done = (): void => undefined;
  waiting.set(world, new Promise<void>((resolve) => (done = resolve)));
  return (...args: readonly unknown[]): void => {
    world.calls.push(
      "called back",
      args.length,
      args[0] instanceof Error ? { ...args[0], text: args[0].message } : args[0],
      args[1],
    );
    done();
  };
});

const modes = [0o644, 0o755, 0o100, 0o010, 0o001, 0o110, 0o070, 0o000];
const kind = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...modes) },
  fc.constantFrom("directory", "-> nowhere", "-> ../one/tool", "-> ../two") as fc.Arbitrary<"directory">,
);
const planted = ["one/tool", "two/tool", "three three/tool", "tool", "two/a b", "one/.\\tool", "tool\\x"];
const entries = fc
  .tuple(...planted.map(() => fc.option(kind, { freq: 2, nil: undefined })))
  .map((kinds) => planted.flatMap((name, index) => (kinds[index] === undefined ? [] : [[name, kinds[index]] as const])))
  .map((list) => Object.fromEntries(list));
const parts = [
  "one",
  "two",
  `${folder}/three three`,
  "three three",
  "",
  '"one"',
  '"three three"',
  "nowhere",
  "./two/",
  "one/tool",
];
const person: fc.Arbitrary<Person> = fc.constantFrom("root", "owner", "other");
const member = fc.constantFrom("its" as const, "other" as const);

/** Places in which the parts of PATH are those and these. */
export function placesWith(...more: readonly string[]): fc.Arbitrary<Place> {
  const list = fc.array(fc.constantFrom(...parts, ...more), { maxLength: 4 }).map((each) => each.join(":"));
  return fc.record({
    path: fc.option(list, { freq: 12, nil: undefined }),
    entries,
    user: person,
    group: member,
    groups: fc.array(member, { maxLength: 2 }),
  });
}

/** A name, looked up in one of the places. */
export function namesIn(found: fc.Arbitrary<Place>, names: Samples): Samples {
  return fc.tuple(found, names).map(([place, name]) =>
    sample(`${name.text} in ${JSON.stringify(place)}`, (world) => {
      places.set(world, place);
      return name.make(world);
    }),
  );
}
