import { levels, type Level, type Notice } from "./notice.ts";

/** The runner shows ten of each level for a step and drops the rest without a word. */
const shown = 10;

const commands: Record<Level, string> = { error: "error", warning: "warning", note: "notice" };

/** Notices as workflow commands of GitHub Actions: one for each line that is to be looked at, the gravest first. */
export function writeAnnotations(title: string, notices: readonly Notice[]): string {
  const groups = groupByPlace(notices.filter(({ level }) => level !== "fact"));
  return levels
    .map((level) => {
      const found = groups.filter((group) => levelOf(group) === level);
      const kept = found.length > shown ? found.slice(0, shown - 1) : found;
      const rest = found.length - kept.length;
      const more = `and ${rest} more places; the log and the other formats have them all`;
      const written = kept.map((group) => annotateGroup(level, title, group)).join("");
      return written + (rest === 0 ? "" : annotate(level, more, { title }));
    })
    .join("");
}

/** One that is about no place. */
export function writeAnnotation(title: string, message: string): string {
  return annotate("note", message, { title });
}

function levelOf(group: readonly Notice[]): Level {
  return levels.find((level) => group.some((notice) => notice.level === level)) ?? "note";
}

/** A dependency that brings twenty packages gets one annotation, on its line. */
function groupByPlace(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = `${notice.place.path}:${notice.place.line}:${notice.place.column}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [notice]);
    else group.push(notice);
  }
  return [...groups.values()];
}

function annotateGroup(level: Level, title: string, group: readonly Notice[]): string {
  const { path, line, column } = group[0]?.place ?? { path: "", line: 1, column: 1 };
  const count = group.length === 1 ? "" : `${group.length} findings:\n`;
  const message = count + group.map((notice) => notice.message).join("\n");
  return annotate(level, message, { file: path, line: String(line), col: String(column), title });
}

function annotate(level: Level, message: string, properties: Readonly<Record<string, string>>): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${commands[level]} ${list.join(",")}::${escapeData(message)}\n`;
}

// The runner undoes exactly these escapes; anything else is taken as it is.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
