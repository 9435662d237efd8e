import { shellCommands, type Command } from "./shell.ts";
import { splitText, subText, type Text } from "./token.ts";

/** What a command line asks for: a command by name, a module by specifier or path, or the value of a tool's flag. */
export type Need =
  | { readonly kind: "command"; readonly text: Text }
  | { readonly kind: "module"; readonly text: Text }
  | { readonly kind: "flag"; readonly tool: string; readonly flag: string; readonly text: Text };

/** Their arguments name files, scripts or prose, never a package. */
const SYSTEM = new Set(
  "[ cat cd chmod chown cp curl cut date diff echo exit false find git grep gunzip gzip head kill ln ls mkdir mv open printf pwd read rm rmdir sed set sleep sort source tail tar tee test touch tr true unset unzip wc wget which zip".split(
    " ",
  ),
);

/** They run what follows their own flags and assignments. */
const WRAPPERS = new Set(
  "command cross-env cross-env-shell dotenv dotenvx env env-cmd exec nice nohup sudo time xvfb-run".split(" "),
);

const RUNNERS = new Set(["npx", "bunx", "pnpx"]);
const MANAGERS = new Set(["npm", "yarn", "pnpm", "bun", "ni", "nr", "nlx"]);
const EXECUTES = new Set(["exec", "x", "dlx"]);
/** Subcommands of a package manager that take no command: what follows names scripts, packages or nothing. */
const MANAGES = new Set(
  "add audit bin build cache ci config create dedupe deprecate i info init install link list login logout ls outdated pack prune publish rebuild remove rm set start stop t test tst uninstall unlink up update upgrade version view why workspaces".split(
    " ",
  ),
);
const NESTED_MODULE = /(?:require\s*\(|require\.resolve\s*\(|import\s*\(|from|import)\s*['"]([^'"]+)['"]/g;

/** Everything the commands of a shell text ask for, in order. Command lines inside arguments are read too. */
export function commandNeeds(text: Text, depth = 0): Need[] {
  if (depth > 4) return [];
  return shellCommands(text).flatMap((command) => needsOf(command, depth));
}

function needsOf(command: Command, depth: number): Need[] {
  return [...command.assignments.flatMap(assignmentNeeds), ...wordNeeds(command.words, depth)];
}

function assignmentNeeds(assignment: Text): Need[] {
  const equals = assignment.value.indexOf("=");
  if (!/^(?:NODE_OPTIONS|NODE_REQUIRE|MOCHA_OPTIONS)$/.test(assignment.value.slice(0, equals))) return [];
  const value = subText(assignment, equals + 1, assignment.value.length);
  return argumentNeeds("node", splitText(value, /\s+/), 9);
}

/** What one command, split into words, asks for. */
export function wordNeeds(words: readonly Text[], depth = 0): Need[] {
  const [head, ...rest] = words;
  if (head === undefined) return [];
  // A list of flags alone is what some tool hands to node.
  if (/^--?[A-Za-z]/.test(head.value)) return argumentNeeds("node", words, depth);
  const name = commandName(head.value);
  if (RUNNERS.has(name)) return runnerNeeds(rest, depth);
  if (MANAGERS.has(name)) return managerNeeds(rest, depth);
  const own: Need[] = [{ kind: "command", text: head }];
  if (/[/\\]/.test(head.value)) own.push({ kind: "module", text: head });
  if (WRAPPERS.has(name)) {
    const inner = rest.findIndex((word) => !/^-|^[A-Za-z_]\w*=/.test(word.value));
    const before = inner < 0 ? rest : rest.slice(0, inner);
    const flags = before.flatMap((word) => (word.value.startsWith("-") ? [] : assignmentNeeds(word)));
    const after = inner < 0 ? [] : rest.slice(inner);
    const first = after[0];
    if (first !== undefined && /\s/.test(first.value)) return [...own, ...flags, ...commandNeeds(first, depth + 1)];
    return [...own, ...flags, ...wordNeeds(after, depth)];
  }
  if (SYSTEM.has(name)) {
    const paths = rest.filter((word) => word.value.includes("node_modules/"));
    return [...own, ...paths.map((text): Need => ({ kind: "module", text }))];
  }
  return [...own, ...argumentNeeds(name, rest, depth)];
}

/** `npx`, with a version allowed behind the name, `-p package`, `-c "command"`. */
function runnerNeeds(words: readonly Text[], depth: number): Need[] {
  const needs: Need[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (/^(?:-p|--package|-c|--call)$/.test(word.value)) {
      const value = words[(index += 1)];
      if (value === undefined) continue;
      if (word.value.startsWith("-c") || word.value === "--call") needs.push(...commandNeeds(value, depth + 1));
      else needs.push({ kind: "module", text: value });
    } else if (word.value.startsWith("--package=")) {
      needs.push({ kind: "module", text: subText(word, "--package=".length, word.value.length) });
    } else if (!word.value.startsWith("-")) {
      const version = word.value.indexOf("@", 1);
      const bare = version > 0 ? subText(word, 0, version) : word;
      return [...needs, { kind: "module", text: bare }, ...wordNeeds([bare, ...words.slice(index + 1)], depth)];
    }
  }
  return needs;
}

function managerNeeds(words: readonly Text[], depth: number): Need[] {
  const at = words.findIndex((word) => !word.value.startsWith("-"));
  if (at < 0) return [];
  const sub = words[at]!.value;
  const rest = words.slice(at + 1);
  if (EXECUTES.has(sub)) return runnerNeeds(rest, depth);
  if (sub === "run" || sub === "run-script") return rest.length === 0 ? [] : argumentNeeds("run", rest.slice(1), depth);
  if (sub === "workspace") return managerNeeds(rest.slice(1), depth);
  if (MANAGES.has(sub)) return argumentNeeds(sub, rest, depth);
  return wordNeeds(words.slice(at), depth);
}

function argumentNeeds(tool: string, words: readonly Text[], depth: number): Need[] {
  const needs: Need[] = [];
  let flag: string | undefined;
  for (const word of words) {
    const assigned = /^--?([\w.:-]+)=/.exec(word.value);
    if (assigned !== null) {
      needs.push(...flagNeeds(tool, assigned[1]!, subText(word, assigned[0].length, word.value.length)));
      flag = undefined;
    } else if (/^--?[A-Za-z]/.test(word.value)) {
      flag = word.value.replace(/^--?/, "");
      needs.push({ kind: "flag", tool, flag, text: subText(word, word.value.length, word.value.length) });
    } else if (/\s/.test(word.value)) {
      needs.push(...codeNeeds(word), ...commandNeeds(word, depth + 1));
      flag = undefined;
    } else {
      needs.push(...codeNeeds(word), { kind: "command", text: word });
      needs.push(...(flag === undefined ? [{ kind: "module" as const, text: word }] : flagNeeds(tool, flag, word)));
      flag = undefined;
    }
  }
  return needs;
}

function flagNeeds(tool: string, flag: string, value: Text): Need[] {
  return splitText(value, /,/).flatMap((text): Need[] => [
    { kind: "module", text },
    { kind: "flag", tool, flag, text },
  ]);
}

/** `node -e "require('x')"`. */
function codeNeeds(word: Text): Need[] {
  return [...word.value.matchAll(NESTED_MODULE)].map((match): Need => {
    const end = match.index + match[0].length - 1;
    return { kind: "module", text: subText(word, end - match[1]!.length, end) };
  });
}

/** "./node_modules/.bin/tsc.cmd" is the command "tsc". */
export function commandName(word: string): string {
  return word.replace(/^.*[/\\]/, "").replace(/\.cmd$/, "");
}
