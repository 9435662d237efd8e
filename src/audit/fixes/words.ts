import type { Text } from "../../analyze/tools/token.ts";
import type { Disk } from "../../project/project.ts";

/** Where a word stands in its file; undefined when the file does not have it letter by letter, as with quotes inside. */
export function rawWord(
  disk: Disk,
  path: string,
  { value, offsets }: Text,
): { start: number; end: number } | undefined {
  const [start, end] = [offsets[0], offsets.at(-1)];
  const file = disk.read(path);
  if (start === undefined || end === undefined || !("text" in file)) return undefined;
  return file.text.slice(start, end) === value ? { start, end } : undefined;
}
