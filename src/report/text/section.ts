import { getWidth, wrap } from "./cells.ts";

/** A paragraph (none for an empty text) that keeps to `width`, every line indented by `indent` spaces and those after the first by two more. */
export function indentText(text: string, indent: number, width: number): string[] {
  if (text === "") return [];
  const [first = "", ...rest] = wrap(text, Math.max(width - indent - 2, 20));
  return [" ".repeat(indent) + first, ...rest.map((line) => " ".repeat(indent + 2) + line)];
}

/** Columns that every terminal has. */
const narrow = 80;

/** Commands to type, each with what it does beside it, aligned, or below it where one of them is long; none is broken. */
export function listCommands(commands: readonly (readonly [command: string, purpose: string])[]): string[] {
  const width = Math.max(...commands.map(([command]) => getWidth(command)));
  const fits = commands.every(([, purpose]) => 2 + width + 2 + getWidth(purpose) <= narrow);
  return commands.flatMap(([command, purpose]) =>
    fits ? [`  ${command}${" ".repeat(width - getWidth(command))}  ${purpose}`] : [`  ${command}`, `      ${purpose}`],
  );
}
