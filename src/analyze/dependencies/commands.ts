/** Commands of npm scripts that nothing known brings: a package that is not installed may bring any of them. */
import { commandsOf, knowsCommands } from "../tools/bins.ts";
import { commandName } from "../tools/commands.ts";
import { shellCommands } from "../tools/shell.ts";
import { plainText } from "../tools/token.ts";
import type { Context } from "./context.ts";

/** Commands that are there without any package. */
const everywhere = new Set(
  (
    "[ : bash cat cd chmod cmd command cp curl cut date deno docker docker-compose echo env exit export false find git go " +
    "grep head ls make mkdir mv node npm npx open php ping pip pnpm pnpx printf pwd python python3 read rm rsync sed set sh " +
    "sleep sort source ssh start sudo tail tar tee test time touch true unset wget which xargs yarn bun bunx cargo"
  ).split(" "),
);

/** A command of the workspace's scripts that the package may bring, where it is not installed; undefined where it is. */
export function unclaimedCommand({ project }: Context, name: string, workspace: string): string | undefined {
  if (name.startsWith("@types/") || knowsCommands(project.disk, name, workspace)) return undefined;
  const manifest = project.manifests.find(({ directory }) => directory === workspace);
  const claimed = new Set(
    project.manifests
      .filter(({ directory }) => directory === workspace || directory === "")
      .flatMap(({ directory, dependencies }) =>
        dependencies.flatMap((one) => commandsOf(project.disk, one.name, directory)),
      ),
  );
  for (const script of Object.values(manifest?.scripts ?? {})) {
    for (const { words } of shellCommands(plainText(script))) {
      const word = words[0]?.value ?? "";
      const command = commandName(word);
      if (/^[\w@.-]+$/.test(word) && !everywhere.has(command) && !claimed.has(command)) return command;
    }
  }
  return undefined;
}
