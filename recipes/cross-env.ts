import { defineRecipe, type CommandRewrite, type CommandUse } from "../src/recipe.ts";

export default defineRecipe({
  package: "cross-env",
  versions: ">=5 <11",
  replacement: "variables before the command",
  floor: { node: "0.10.0" },
  deviations: [
    {
      severity: "quirk",
      note: "A command that a signal ends gives the code of that signal, not 1, or 0 for SIGINT.",
      commands: ["cross-env"],
    },
  ],
  commands: { "cross-env": dropWrapper },
  exports: {},
});

/** They differ by shell or platform, or the shell itself minds them. */
const minded = /^(?:PATH|NODE_PATH|IFS|PS4|E?UID|PPID|OPTIND|SHELLOPTS|BASHOPTS|(?:BASH_|LD_).*)$/;
/** A shell runs these itself, where cross-env looks for a program. */
const builtin =
  /^(?:[.:[{!]|\[\[|alias|bg|break|builtin|case|cd|command|continue|declare|do|done|elif|else|esac|eval|exec|exit|export|fc|fg|fi|for|function|getopts|hash|if|in|jobs|let|local|read|readonly|return|select|set|shift|source|then|time|times|trap|type|typeset|ulimit|umask|unalias|unset|until|wait|while|\}|\]\])$/;

function dropWrapper({ words, isPosix }: CommandUse): CommandRewrite {
  const keep = words.findIndex((word) => !/\w=/.test(word));
  const command = words[keep];
  if (!isPosix)
    return { refuse: "it sets variables for every shell, and npm runs scripts by cmd.exe on Windows, which cannot" };
  if (command === undefined) return { refuse: "it runs no command" };
  if (!/^[\w@./-]+$/.test(command) || builtin.test(command))
    return { refuse: `${command} is not the same to it and to a shell` };
  const assignments = words.slice(0, keep);
  const odd = assignments.find((word) => !/^[A-Za-z_]\w*=[\w./:@,+-][\w./:@,+=-]*$/.test(word));
  const special = assignments.find((word) => minded.test(word.slice(0, word.indexOf("="))));
  if (odd !== undefined || special !== undefined)
    return { refuse: `${odd === undefined ? special : odd} is not the same to it and to a shell` };
  return { assignments, keep };
}
