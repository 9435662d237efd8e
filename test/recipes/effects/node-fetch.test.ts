import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Fetch = typeof fetch;

const requests: IncomingMessage[] = [];
const server = createServer((request, response) => {
  requests.push(request);
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === "/redirect") response.writeHead(303, { location: "/" });
  if (pathname === "/nothing") response.writeHead(204);
  response.end(searchParams.get("body") ?? "");
}).listen(0, "127.0.0.1");
let origin = "";

before(async () => {
  await installOriginals();
  if (!server.listening) await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

/** The package of every version that a note is declared for. */
async function declaring(note: string): Promise<Fetch[]> {
  const eras = (await loadRecipe("node-fetch")).filter((era) => era.deviations?.some((each) => each.note === note));
  assert.ok(eras.length > 0, `${note} is not declared`);
  const originals = listOriginals().filter(
    ({ package: name, version }) =>
      name === "node-fetch" && eras.some(({ versions }) => versions.includes(`>=${version.slice(0, 1)}`)),
  );
  assert.ok(originals.length >= 2 * eras.length);
  return Promise.all(
    originals.map(async (each) => (await loadOriginal(each, undefined, "default"))["default"] as Fetch),
  );
}

async function failureOf(call: () => Promise<unknown>): Promise<Error & { code?: unknown; type?: unknown }> {
  return call().then(
    () => assert.fail("it does not fail"),
    (error: unknown) => error as Error,
  );
}

test("A failure is a TypeError, a SyntaxError or the reason of the signal, without the code and type of a FetchError.", async () => {
  const packages = await declaring(
    "A failure is a TypeError, a SyntaxError or the reason of the signal, without the code and type of a FetchError.",
  );
  const nobody = (get: Fetch) => failureOf(() => get("http://127.0.0.1:9/"));
  const late = (get: Fetch) => failureOf(() => get(origin, { signal: AbortSignal.abort(new RangeError("late")) }));
  for (const get of packages) {
    const error = await nobody(get);
    assert.deepEqual([error.name, error.code, error.type], ["FetchError", "ECONNREFUSED", "system"]);
    assert.equal((await late(get)).name, "AbortError");
  }
  const error = await nobody(fetch);
  assert.deepEqual([error.name, error.code, error.type], ["TypeError", undefined, undefined]);
  assert.equal((await late(fetch)).name, "RangeError");
  const broken = await failureOf(async () => (await fetch(`${origin}?body=[`)).json());
  assert.equal(broken.name, "SyntaxError");
});

test("The server sees another User-Agent, Accept-Encoding and Sec-Fetch-Mode, a connection that stays open, and less about a body that is empty or that a redirect drops.", async () => {
  const packages = await declaring(
    "The server sees another User-Agent, Accept-Encoding and Sec-Fetch-Mode, a connection that stays open, and less about a body that is empty or that a redirect drops.",
  );
  const headersOf = async (get: Fetch, path: string, options?: RequestInit) => {
    requests.length = 0;
    await (await get(`${origin}${path}`, options)).text();
    return requests.at(-1)?.headers ?? {};
  };
  const native = await headersOf(fetch, "/");
  assert.deepEqual([native["sec-fetch-mode"], native.connection], ["cors", "keep-alive"]);
  const post = { method: "POST", body: "text" };
  assert.equal((await headersOf(fetch, "/redirect", post))["content-type"], undefined);
  let kept = 0;
  for (const get of packages) {
    const theirs = await headersOf(get, "/");
    assert.match(theirs["user-agent"] ?? "", /node-fetch/);
    assert.notEqual(theirs["user-agent"], native["user-agent"]);
    assert.notEqual(theirs["accept-encoding"], native["accept-encoding"]);
    assert.deepEqual(theirs["sec-fetch-mode"], undefined);
    if ((await headersOf(get, "/redirect", post))["content-type"] !== undefined) kept += 1;
  }
  assert.ok(kept > 0);
});

test("An address with a name and a password is refused, and so are the ports that browsers block.", async () => {
  const packages = await declaring(
    "An address with a name and a password is refused, and so are the ports that browsers block.",
  );
  const withName = origin.replace("http://", "http://me:secret@");
  for (const get of packages) assert.equal((await get(withName)).status, 200);
  assert.match((await failureOf(() => fetch(withName))).message, /credentials/);
  await assertPortsBlocked(packages);
});

test("The ports that browsers block are refused.", async () => {
  await assertPortsBlocked(await declaring("The ports that browsers block are refused."));
});

async function assertPortsBlocked(packages: readonly Fetch[]): Promise<void> {
  const blocked = "http://127.0.0.1:1/";
  for (const get of packages) assert.equal((await failureOf(() => get(blocked))).code, "ECONNREFUSED");
  assert.match(String((await failureOf(() => fetch(blocked))).cause), /bad port/);
}

test("A byte order mark at the start of a text is taken away.", async () => {
  const address = `${origin}?body=%EF%BB%BFa`;
  for (const get of await declaring("A byte order mark at the start of a text is taken away."))
    assert.equal(await (await get(address)).text(), "\uFEFFa");
  assert.equal(await (await fetch(address)).text(), "a");
});

test("An answer without a body can be read twice.", async () => {
  const twice = async (get: Fetch) => {
    const response = await get(`${origin}/nothing`);
    return (await response.text()) + (await response.text());
  };
  for (const get of await declaring("An answer without a body can be read twice."))
    assert.match((await failureOf(() => twice(get))).message, /body used already/);
  assert.equal(await twice(fetch), "");
});
