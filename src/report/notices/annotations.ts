import { levels, type Level, type Notice, type Notices } from "./notice.ts";

/** The runner shows ten of each level for a step and drops the rest without a word. */
const shown = 10;

const commands: Record<Level, string> = { error: "error", warning: "warning", note: "notice" };

interface Annotated extends Pick<Notices, "notices" | "unknown"> {
  readonly sum?: string;
}

/**
 * Notices as workflow commands of GitHub Actions: the sum, one for each line that is to be looked at, the gravest first,
 * and what is not known.
 */
export function writeAnnotations(title: string, { sum, notices, unknown = [] }: Annotated): string {
  const first = sum === undefined ? "" : writeAnnotation(title, sum);
  const last = unknown.length === 0 ? "" : writeAnnotation(title, `Not known:\n${unknown.join("\n")}`);
  const taken = [first, last].filter((note) => note !== "").length;
  const groups = groupByPlace(notices.filter(({ level }) => level !== "fact"));
  const written = levels.map((level) => {
    // The sum and what is not known are notes, too.
    const room = level === "note" ? shown - taken : shown;
    const found = groups.filter((group) => levelOf(group) === level);
    const kept = found.length > room ? found.slice(0, room - 1) : found;
    const rest = found.length - kept.length;
    const more = `and ${rest} more places; the log and the other formats have them all`;
    const lines = kept.map((group) => annotateGroup(level, title, group)).join("");
    return lines + (rest === 0 ? "" : annotate(level, more, { title }));
  });
  return first + written.join("") + last;
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
