import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { test } from "node:test";
import { plainWords, runCommand } from "../../../src/apply/verify/command.ts";
import { catchInterrupts } from "../../../src/apply/verify/interrupt.ts";

const isWindows = process.platform === "win32";

async function run(command: string) {
  const output = { stdout: "", stderr: "" };
  const result = await catchInterrupts((interrupt) =>
    runCommand(command, { cwd: tmpdir(), interrupt, onOutput: (stream, text) => (output[stream] += text) }),
  );
  return { result, ...output };
}

test("plain words need no shell; anything a shell would read does", { skip: isWindows }, () => {
  assert.deepEqual(plainWords(" npm  test "), ["npm", "test"]);
  assert.deepEqual(plainWords("npx jest --ci src/a.test.ts --env=node"), [
    "npx",
    "jest",
    "--ci",
    "src/a.test.ts",
    "--env=node",
  ]);
  for (const line of [
    "npm test && npm run lint",
    'node -e "1"',
    "CI=1 npm test",
    "ls *.js",
    "echo $HOME",
    "cd ~",
    "a\nb",
  ])
    assert.equal(plainWords(line), undefined, line);
});

test("a command that ends with 0 passes, and both streams are passed on apart", async () => {
  const { result, stdout, stderr } = await run(`"${process.execPath}" -e "console.log('é out'); console.error('err')"`);
  assert.deepEqual([result, stdout.trim(), stderr.trim()], [{ passed: true }, "é out", "err"]);
});

test("the exit code is the reason, through a shell or not", { skip: isWindows }, async () => {
  assert.deepEqual((await run("false")).result, { passed: false, reason: "exit code 1" });
  assert.deepEqual((await run("true && exit 3")).result, { passed: false, reason: "exit code 3" });
  assert.deepEqual((await run("exit 4")).result, { passed: false, reason: "exit code 4" });
});

test("a command that is not there, and one that is killed, are told as such", { skip: isWindows }, async () => {
  const missing = "exit code 127, as for a command that is not found";
  assert.deepEqual((await run("no-such-command-anywhere")).result, { passed: false, reason: missing });
  assert.deepEqual((await run("kill -9 $$")).result, { passed: false, reason: "killed by SIGKILL" });
  const inside = "exit code 137, as for one killed by SIGKILL";
  assert.deepEqual((await run("sh -c 'kill -9 $$'; exit $?")).result, { passed: false, reason: inside });
});

test("a server that the command leaves behind does not hold it up", { skip: isWindows }, async () => {
  const began = Date.now();
  assert.deepEqual((await run("sleep 20 & echo started")).result, { passed: true });
  assert.ok(Date.now() - began < 10_000);
});

test("an interrupt reaches everything the command has started", { skip: isWindows }, async () => {
  const began = Date.now();
  const result = await catchInterrupts(async (interrupt) => {
    const running = runCommand("(echo ready; sleep 30); echo never", {
      cwd: tmpdir(),
      interrupt,
      onOutput: (_, text) => text === "ready\n" && process.kill(process.pid, "SIGTERM"),
    });
    return [await running, interrupt.signal];
  });
  assert.deepEqual(result, [{ passed: false, reason: "killed by SIGTERM" }, "SIGTERM"]);
  assert.ok(Date.now() - began < 10_000);
});
