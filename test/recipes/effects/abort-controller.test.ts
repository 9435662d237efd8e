import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

interface Run {
  readonly out: string;
  readonly status: number | null;
  readonly failed: string;
}

/** Runs a body with the class of the package, or the runtime's own. */
function run(alias: string | undefined, body: string): Run {
  const load = alias === undefined ? "" : `const { AbortController, AbortSignal } = require("${alias}");`;
  const script = `{ ${load} ${body} }`;
  const ran = spawnSync(process.execPath, ["-e", script], { cwd: `${root}/test/originals`, encoding: "utf8" });
  return { out: ran.stdout, status: ran.status, failed: ran.stderr };
}

const BODIES: Readonly<Record<string, string>> = {
  "starts unaborted and is aborted once":
    "const c = new AbortController(); console.log(c.signal.aborted); c.abort(); c.abort(); console.log(c.signal.aborted);",
  "calls listeners at once, in order, each abort event once":
    "const c = new AbortController(); const log = []; c.signal.addEventListener('abort', () => log.push(1)); c.signal.onabort = () => log.push(2); c.signal.addEventListener('abort', () => log.push(3), { once: true }); c.abort(); log.push('after'); c.abort(); console.log(log.join());",
  "hands the event and its target to a listener":
    "const c = new AbortController(); c.signal.addEventListener('abort', function (e) { console.log(e.type, e.target === c.signal, this === c.signal, e.bubbles, e.cancelable); }); c.abort();",
  "takes an object with handleEvent":
    "const c = new AbortController(); c.signal.addEventListener('abort', { handleEvent(e) { console.log(e.type); } }); c.abort();",
  "forgets a removed listener":
    "const c = new AbortController(); const f = () => console.log('called'); c.signal.addEventListener('abort', f); c.signal.removeEventListener('abort', f); c.abort(); console.log('done');",
  "gives the same signal each time, of its class":
    "const c = new AbortController(); console.log(c.signal === c.signal, c.signal instanceof AbortSignal, c instanceof AbortController);",
  "has the tags and names that libraries look for":
    "const c = new AbortController(); console.log(String(c), String(c.signal), c.signal.constructor.name, c.constructor.name);",
  "refuses to construct a signal": "try { new AbortSignal(); } catch (e) { console.log(e.name); }",
  "lets fetch be aborted":
    "const c = new AbortController(); c.abort(); fetch('http://127.0.0.1:9', { signal: c.signal }).catch((e) => console.log(e.name));",
  "can be extended":
    "class Mine extends AbortController { stop() { this.abort(); } } const c = new Mine(); c.stop(); console.log(c.signal.aborted);",
};

for (const [fact, body] of Object.entries(BODIES)) {
  test(`AbortController ${fact}, as the package does`, () => {
    const native = run(undefined, body);
    assert.equal(native.status, 0, native.failed);
    assert.notEqual(native.out, "");
    // Node's own fetch asks for a signal of its own class, which is why the package cannot be used with it.
    const versions = fact.includes("fetch") ? [] : ["abort-controller-2.0.0", "abort-controller-3.0.0"];
    for (const alias of versions) assert.equal(run(alias, body).out, native.out, alias);
  });
}

test("An error thrown by a listener is reported as uncaught, where the package only prints it.", async () => {
  const note = "An error thrown by a listener is reported as uncaught, where the package only prints it.";
  const [era] = await loadRecipe("abort-controller");
  assert.ok(era?.deviations?.some((each) => each.note === note));
  const body =
    "const c = new AbortController(); c.signal.addEventListener('abort', () => { throw new Error('from a listener'); }); c.abort(); console.log('goes on');";
  const [package_, native] = [run("abort-controller-3.0.0", body), run(undefined, body)];
  assert.deepEqual([package_.out, native.out], ["goes on\n", "goes on\n"]);
  assert.match(package_.failed, /from a listener/);
  assert.match(native.failed, /from a listener/);
  assert.deepEqual([package_.status, native.status], [0, 1]);
});
