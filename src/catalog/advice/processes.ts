/** Starting, ending and knowing about processes. */
import type { ByHand } from "./by-hand.ts";

export const processes: readonly ByHand[] = [
  {
    packages: ["which", "isexe", "npm-which", "lookpath"],
    kind: "inline",
    instead: "a loop over process.env.PATH with fs.accessSync",
    note: "On Windows the endings of PATHEXT have to be tried, and the current folder comes first.",
  },
  {
    packages: ["cross-spawn", "cross-spawn-async", "spawn-sync"],
    kind: "keep",
    instead: "node:child_process spawn, where Windows does not matter",
    note: "On Windows it starts .cmd files and scripts with a first line, which spawn refuses.",
  },
  {
    packages: [
      "shebang-command",
      "shebang-regex",
      "path-key",
      "npm-run-path",
      "is-stream",
      "human-signals",
      "strip-final-newline",
      "strip-eof",
    ],
    kind: "parent",
    instead: "what execa or cross-spawn is replaced by",
    note: "It comes with execa or cross-spawn; used directly it is a line of your own.",
  },
  {
    packages: ["execa", "tinyexec", "nano-spawn", "zx"],
    kind: "lighter",
    instead: "tinyexec, or promisify(execFile)",
    note: "Errors have another shape, the last line break stays, and local binaries are not on the path.",
  },
  {
    packages: ["signal-exit", "exit-hook", "async-exit-hook", "death"],
    kind: "inline",
    instead: 'process.on("exit"), process.on("SIGINT")',
    note: "A handler for a signal keeps the program alive: send the signal again afterwards.",
  },
  {
    packages: ["open", "opn", "is-wsl", "is-docker", "is-inside-container", "default-browser", "is-windows"],
    kind: "inline",
    instead: "node:child_process, process.platform",
    note: "The command to open something differs by platform, and WSL looks like Linux; ask only for the platforms you support.",
  },
  {
    packages: ["ci-info", "is-ci", "is-npm", "is-yarn-global", "has-flag", "which-pm-runs", "env-ci"],
    kind: "inline",
    instead: "process.env.CI, process.argv, npm_config_user_agent",
    note: "Every service says it in another variable; CI is set by nearly all of them.",
  },
  {
    packages: [
      "is-installed-globally",
      "global-dirs",
      "global-directory",
      "global-modules",
      "global-prefix",
      "resolve-global",
    ],
    kind: "inline",
    instead: "npm root --global, npm_config_prefix",
    note: "npm keeps global packages beside Node unless a prefix is set; yarn and pnpm have places of their own.",
  },
  {
    packages: ["get-port", "detect-port", "portfinder", "get-port-please"],
    kind: "inline",
    instead: "net.createServer().listen(0)",
    note: "Port 0 gives a free one; a certain range has to be tried one by one, and the port may be taken before you use it.",
  },
  {
    packages: ["clipboardy", "copy-to-clipboard", "clipboard-copy"],
    kind: "lighter",
    instead: "tinyclip, navigator.clipboard",
    note: "Browsers ask for a secure page and a gesture of the user.",
  },
  {
    packages: ["string-argv", "shell-quote", "shellwords"],
    kind: "keep",
    instead: "lists of arguments instead of lines",
    note: "Taking a line of a shell apart is not worth writing again: hand lists on where you can.",
  },
];
