import assert from "node:assert/strict";
import { test } from "node:test";
import { ts } from "../../src/typescript.ts";
import { capabilitiesOf } from "../../src/analyze/installed/capabilities.ts";

const cases: readonly (readonly [code: string, expected: string])[] = [
  ['require("fs")', "file system"],
  ["require(`node:fs/promises`)", "file system"],
  ['import net from "node:net"', "network"],
  ['export * from "https"', "network"],
  ['const load = require; load("dns")', "network"],
  ['process.getBuiltinModule("child_process")', "child process"],
  ['import("vm")', "eval"],
  ["fetch(where)", "network"],
  ["globalThis.fetch(where)", "network"],
  ["new window.WebSocket(where)", "network"],
  ["navigator.sendBeacon(where)", "network"],
  ["eval(code)", "eval"],
  ["new Function(code)", "eval"],
  ["process.env.HOME", "environment"],
  ['process["env"].HOME', "environment"],
  ["const { env: all } = process", "environment"],
  ['import { env } from "node:process"', "environment"],
  ['process.binding("fs")', "file system, native code"],
  ['require("bindings")("x.node")', "native code"],
  ['address.startsWith("https")', ""],
  ['const { argv } = process; argv.includes("net")', ""],
  ["cache.fetch(key)", ""],
  ["value instanceof Function", ""],
  ['import { argv } from "node:process"', ""],
  ["options.env", ""],
];
for (const [code, expected] of cases)
  test(`${code} reaches ${expected === "" ? "nothing" : expected}`, () => {
    const file = ts.createSourceFile("a.js", code, ts.ScriptTarget.Latest, true);
    assert.equal([...capabilitiesOf(file)].sort().join(", "), expected);
  });
