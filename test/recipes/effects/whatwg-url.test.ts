/** The classes of whatwg-url beside those of Node: alike for plain addresses of the web, and what else differs, one by one. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { gte } from "semver";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { address, change, relative, start, step } from "./addresses.ts";

before(installOriginals);

interface Classes {
  readonly URL: typeof URL;
  readonly URLSearchParams: typeof URLSearchParams;
}

const runs = process.env["SHRINKDEPS_PROOF_RUNS"] === undefined ? 200 : 5000;

/** The classes of each version that this Node loads: later ones load modules of the other kind by `require`. */
async function versions(): Promise<ReadonlyMap<string, Classes>> {
  const originals = listOriginals().filter(({ package: name }) => name === "whatwg-url");
  const loaded = originals.filter(({ version }) => gte("15.1.0", version) || gte(process.version, "20.19.0"));
  assert.ok(loaded.length >= 5);
  const classes = loaded.map(async (one) => [one.version, await loadOriginal(one, undefined, "namespace")] as const);
  return new Map(await Promise.all(classes)) as ReadonlyMap<string, unknown> as ReadonlyMap<string, Classes>;
}

/** The classes that stand in for them. */
async function replacements(): Promise<Classes> {
  const [era] = await loadRecipe("whatwg-url");
  return era?.exports as unknown as Classes;
}

async function declares(text: string): Promise<void> {
  const [era] = await loadRecipe("whatwg-url");
  assert.ok(
    era?.deviations?.some(({ note }) => note.includes(text)),
    `${text} is not declared`,
  );
}

const names = ["href", "origin", "protocol", "username", "password", "host", "hostname", "port", "pathname"] as const;

function partsOf(url: URL): unknown[] {
  const parts = [...names, "search" as const, "hash" as const].map((name) => url[name]);
  return [...parts, String(url), JSON.stringify(url), [...url.searchParams], String(url.searchParams)];
}

/** What a step gives, or the class of its error. */
function attempt(step: () => unknown): unknown {
  try {
    return step();
  } catch (error) {
    return (error as Error).name;
  }
}

test("An address of http, https, ws, wss or ftp has the same parts, before and after it is changed.", async () => {
  const own = await replacements();
  let read = 0;
  for (const [version, theirs] of await versions())
    fc.assert(
      fc.property(relative, fc.option(address, { nil: undefined }), fc.array(change, { maxLength: 3 }), (...given) => {
        const [whole, base, changes] = given;
        const tell = ({ URL: Class }: Classes) =>
          attempt(() => {
            const url = base === undefined ? new Class(whole) : new Class(whole, base);
            const steps = changes.map(([name, value]) => [attempt(() => void (url[name] = value)), ...partsOf(url)]);
            return [Class.canParse(whole, base), partsOf(new Class(url)), ...steps, partsOf(url)];
          });
        const ours = tell(own);
        if (Array.isArray(ours)) read += 1;
        assert.deepEqual(ours, tell(theirs), version);
      }),
      { numRuns: runs, seed: Number(process.env["SHRINKDEPS_PROOF_SEED"] ?? 1) },
    );
  assert.ok(read > runs);
});

test("URLSearchParams does the same with every field.", async () => {
  const own = await replacements();
  for (const [version, theirs] of await versions())
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 6 }), (given, steps) => {
        const tell = ({ URLSearchParams: Class }: Classes) =>
          attempt(() => {
            const fields = new Class(given as string);
            const told = steps.map(([name, ...args]) => [
              attempt(() => (fields[name as "get"] as (...all: string[]) => unknown)(...args)),
              (fields[name as "get"] as (...all: string[]) => unknown).apply(fields, args),
              String(fields),
              fields.size,
            ]);
            const each: unknown[] = [];
            fields.forEach((value, name, all) => each.push(value, name, all === fields));
            return [told, each, [...fields.keys()], [...fields.values()], String(new Class(fields))];
          });
        assert.deepEqual(tell(own), tell(theirs), version);
      }),
      { numRuns: runs, seed: Number(process.env["SHRINKDEPS_PROOF_SEED"] ?? 1) },
    );
});

test("What is no address is a TypeError with another text, and with a code.", async () => {
  await declares("another text, and with a code");
  for (const { URL: Class } of [...(await versions()).values(), await replacements()])
    assert.throws(() => new Class("a b"), TypeError);
  assert.throws(() => new URL("a b"), { code: "ERR_INVALID_URL" });
  for (const theirs of (await versions()).values())
    assert.throws(
      () => new theirs.URL("a b"),
      (error: Error & { code?: string }) => error.code === undefined,
    );
});

/** Addresses that two versions of the package read otherwise, so that no Node reads them as both do. */
const disputed: readonly (readonly [earlier: string, later: string, address: string, part: "host" | "pathname"])[] = [
  ["14.1.0", "14.2.0", "https://a.example/^", "pathname"],
  ["13.0.0", "14.0.0", "https://\u1e9e.example/", "host"],
  ["13.0.0", "14.0.0", "https://xn--xn---epa/", "host"],
];

test("An address is read as the running Node reads it. Versions of both differ in a caret in a path, xn-- and letters beyond ASCII in the name of a host, schemes other than http, https, ws, wss and ftp, characters beyond U+FFFF in a name or a password, and what a setter does not take.", async () => {
  await declares("a caret in a path, xn-- and letters beyond ASCII in the name of a host, schemes other than");
  const all = await versions();
  for (const [earlier, later, whole, part] of disputed) {
    const read = ({ URL: Class }: Classes) => attempt(() => new Class(whole)[part]);
    const [one, other] = [earlier, later].map((version) => read(all.get(version) as Classes));
    assert.notEqual(one, other, whole);
    assert.ok(
      [one, other].some((each) => each !== read(globalThis)),
      whole,
    );
  }
  // The parser of Node is ada, which before 3.3 takes one slash too many away.
  const isEarly = gte("24.0.0", process.version);
  const { URL: Last } = all.get("15.1.0") as Classes;
  assert.equal(new Last("foo:///..").href, "foo:///");
  if (isEarly) assert.equal(new URL("foo:///..").href, "foo://");
  const [theirs, ours] = [new Last("https://a.example/"), new URL("https://a.example/")];
  for (const url of [theirs, ours]) url.search = "\t";
  assert.deepEqual(
    [theirs, ours].map((url) => [...url.searchParams].length),
    [1, 0],
  );
  assert.equal(new Last("https://\u{1f44d}b@a.example/").username, "%F0%9F%91%8D%EF%BF%BD");
  assert.equal(new URL("https://\u{1f44d}b@a.example/").username, "%F0%9F%91%8Db");
});

test("The objects are those of Node: instanceof the global class holds, for-in tells their members in another order, console.log and assert.deepEqual see their parts, structuredClone fails for a URL from Node 21 on, and fetch sends URLSearchParams as a form.", async () => {
  await declares("instanceof the global class holds");
  const own = await replacements();
  for (const theirs of (await versions()).values()) {
    const [old, url] = [theirs, own].map(({ URL: Class }) => new Class("https://a.example/b")) as [URL, URL];
    assert.deepEqual([old instanceof URL, url instanceof URL], [false, true]);
    assert.ok(!inspect(old).includes("a.example"));
    assert.ok(inspect(url).includes("a.example"));
    const [oldNames, members] = [old, url].map((one) => {
      const found: string[] = [];
      for (const name in one) found.push(name);
      return found;
    }) as [string[], string[]];
    assert.notDeepEqual(oldNames, members);
    assert.deepEqual(oldNames.sort(), members.sort());
    assert.doesNotThrow(() => structuredClone(old));
    assert.throws(() => assert.deepEqual(url, new own.URL("https://a.example/c")));
    assert.doesNotThrow(() => assert.deepEqual(old, new theirs.URL("https://a.example/b")));
    if (gte(process.version, "21.0.0")) assert.throws(() => structuredClone(url), { name: "DataCloneError" });
    const [oldForm, form] = [theirs, own].map(({ URLSearchParams: Class }) => new Class("a=1")) as [
      URLSearchParams,
      URLSearchParams,
    ];
    const types = [oldForm, form].map((body) =>
      new Request("https://a.example/", { method: "POST", body }).headers.get("content-type"),
    );
    assert.deepEqual(types, ["text/plain;charset=UTF-8", "application/x-www-form-urlencoded;charset=UTF-8"]);
  }
});

test("URLSearchParams of null has a field by that name in the package and in later versions of Node alone.", async () => {
  await declares("URLSearchParams of null");
  const own = await replacements();
  assert.equal(own.URLSearchParams, URLSearchParams);
  const fields = ({ URLSearchParams: Class }: Classes) => String(new Class(null as unknown as string));
  for (const theirs of (await versions()).values()) assert.equal(fields(theirs), "null=");
  if (gte("22.12.0", process.version)) assert.equal(fields(own), "");
});

test("Of a text with a % that is no escape, URLSearchParams loses letters beyond ASCII.", async () => {
  await declares("URLSearchParams loses letters beyond ASCII");
  const own = await replacements();
  const read = ({ URLSearchParams: Class }: Classes) => new Class("a=%41\u65e5%zz").get("a");
  for (const theirs of (await versions()).values()) assert.equal(read(theirs), "A\u65e5%zz");
  assert.notEqual(read(own), "A\u65e5%zz");
});

test("A class that is handed on has no URL.parse in early versions of Node 20 and 22.", async () => {
  await declares("URL.parse");
  const own = await replacements();
  assert.equal(own.URL, URL);
  const { URL: Last } = (await versions()).get("15.1.0") as Classes;
  assert.equal(typeof Last.parse, "function");
  if (gte("20.12.0", process.version)) assert.equal(own.URL.parse, undefined);
});
