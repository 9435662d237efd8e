import { wrap } from "./cells.ts";

/** A paragraph (none for an empty text) that keeps to `width`, every line indented by `indent` spaces and those after the first by two more. */
export function indentText(text: string, indent: number, width: number): string[] {
  if (text === "") return [];
  const [first = "", ...rest] = wrap(text, Math.max(width - indent - 2, 20));
  return [" ".repeat(indent) + first, ...rest.map((line) => " ".repeat(indent + 2) + line)];
}

/** Commands to type, each with what it does, aligned. */
export function listCommands(commands: readonly (readonly [command: string, purpose: string])[]): string[] {
  const width = Math.max(...commands.map(([command]) => command.length));
  return commands.map(([command, purpose]) => `  ${command.padEnd(width)}  ${purpose}`);
}
