import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import fc from "fast-check";
import { findAmbiguity, readLine } from "../../src/analyze/scripts/line.ts";
import { findCalled } from "../../src/analyze/scripts/target.ts";
import { isPosixOnly } from "../../src/analyze/scripts/shell.ts";
import { readProject } from "../../src/project/read.ts";
import { eachPath } from "../../src/recipe.ts";
import { tree } from "../project/tree.ts";

/** What sh hands to a command that is called with these arguments; undefined where sh does not take the line. */
function argumentsInSh(line: string): string[] | undefined {
  const script = `show() { for word in "$@"; do printf '<%s>\\n' "$word"; done; }\nshow ${line}`;
  const { status, stdout } = spawnSync("sh", ["-c", script], { encoding: "utf8", cwd: "/" });
  return status === 0 ? [...stdout.matchAll(/<(.*)>\n/g)].map((match) => match[1]!) : undefined;
}

/** What a Windows program makes of its command line behind cmd.exe; undefined where cmd.exe takes a character for itself. */
function argumentsInCmd(line: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at]!;
    if (char === "%" || char === "!" || (!isQuoted && /[<>^()]/.test(char))) return undefined;
    if (!isQuoted && (char === "&" || char === "|")) break;
    if (char === "\\") {
      // An odd number of backslashes before a quote makes it a letter; others stand for themselves.
      const run = /^\\+/.exec(line.slice(at))![0].length;
      if (line[at + run] === '"') return undefined;
      word = (word ?? "") + "\\".repeat(run);
      at += run - 1;
    } else if (char === '"') {
      isQuoted = !isQuoted;
      word ??= "";
    } else if (/[ \t]/.test(char) && !isQuoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + char;
    }
  }
  if (isQuoted) return undefined;
  return word === undefined ? words : [...words, word];
}

function wordsOf(script: string): string[] | undefined {
  const line = readLine(script);
  if ("refuse" in line || line.commands.length !== 1) return undefined;
  const [command] = line.commands;
  if (command === undefined || command.redirect !== undefined) return undefined;
  const words = command.words.slice(1);
  return words.some((word) => findAmbiguity(word, false) !== undefined) ? undefined : words.map(({ value }) => value);
}

test("words that are taken for unambiguous are the same to sh and to cmd.exe", () => {
  // Without the semicolon: a script that has it between commands is one of sh.
  const piece = fc.constantFrom(..."ab/.-= \"'\\$%*?[]{}()!^&|<>#~@,:+`ü12".split(""), '"a b"', "'a b'", " a ", "  ");
  let compared = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const line = pieces.join("");
      const words = wordsOf(`show ${line}`);
      if (words === undefined || words.length === 0) return;
      // A line that is no sh fails before and after: operators and parentheses stay as they are.
      const inSh = argumentsInSh(line);
      if (inSh === undefined) return;
      compared += 1;
      assert.deepEqual(inSh, words);
      assert.deepEqual(argumentsInCmd(line), words);
    }),
    { numRuns: 4000 },
  );
  assert.ok(compared > 50, `${compared} lines were compared`);
});

test("what becomes of paths is one argument to sh and to cmd.exe, and holds nothing that PowerShell reads", () => {
  const name = fc.string({ unit: fc.constantFrom(..."abü09 _./:=@,+-".split("")), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 3 }), (paths) => {
      const answer = eachPath(paths, (path) => `fs.rmSync(${path}, { recursive: true })`);
      if (!("node" in answer)) return;
      const line = `-e "${answer.node}"`;
      assert.deepEqual(argumentsInCmd(line), ["-e", answer.node]);
      assert.deepEqual(argumentsInSh(line), ["-e", answer.node]);
      assert.doesNotMatch(answer.node, /["$`]/);
    }),
    { numRuns: 300 },
  );
});

test("commands end at operators, not inside quotes", () => {
  const line = readLine(`A=b rimraf "a && b" && (echo 'x; y' || x 2>&1 >log) ; y & z|w`);
  assert.ok("commands" in line);
  assert.deepEqual(
    line.commands.map(({ words, redirect, isLast }) => [words.map(({ value }) => value), redirect, isLast]),
    [
      [["A=b", "rimraf", "a && b"], undefined, false],
      [["echo", "x; y"], undefined, false],
      [["x", "1", "log"], 42, false],
      [["y"], undefined, false],
      [["z"], undefined, false],
      [["w"], undefined, true],
    ],
  );
});

test("a command is found behind variables, npx and cross-env, and nowhere else", () => {
  const names = (script: string) => {
    const line = readLine(script);
    assert.ok("commands" in line);
    return line.commands.flatMap(findCalled).map(({ name, start }) => [name.value, start]);
  };
  assert.deepEqual(names("rimraf a"), [["rimraf", 0]]);
  assert.deepEqual(names("A=b npx --yes rimraf a"), [["rimraf", 4]]);
  assert.deepEqual(names("cross-env A=b npx rimraf a"), [
    ["cross-env", 0],
    ["rimraf", 14],
  ]);
  assert.deepEqual(names("sudo rimraf a"), [["sudo", 0]]);
  assert.deepEqual(names("npx"), []);
  assert.deepEqual(names("A=b"), []);
});

test("scripts are for sh alone where the package is not for Windows, or npm is told a shell", (t) => {
  const isPosix = (manifest: object, settings = "") => {
    const project = readProject(tree(t, { "package.json": { name: "x", ...manifest }, ".npmrc": settings }));
    return isPosixOnly(project, project.manifests[0]!);
  };
  assert.equal(isPosix({}), false);
  assert.equal(isPosix({ os: ["!win32"] }), true);
  assert.equal(isPosix({ os: ["linux", "darwin"] }), true);
  assert.equal(isPosix({ os: ["linux", "win32"] }), false);
  assert.equal(isPosix({ os: ["!aix"] }), false);
  assert.equal(isPosix({ os: [] }), false);
  assert.equal(isPosix({}, "script-shell=bash\n"), true);
  assert.equal(isPosix({}, 'script-shell = "C:\\\\Program Files\\\\Git\\\\bin\\\\bash.exe"\r\n'), true);
  assert.equal(isPosix({ os: ["!win32"] }, "script-shell=pwsh\n"), false);
  assert.equal(isPosix({}, "; script-shell=bash\n"), false);
});
