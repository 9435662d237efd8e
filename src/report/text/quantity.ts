/** "1 package", "231 packages", "no packages"; numbers are grouped by thousands. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** "12,345.5". Written out, because the first number that Intl formats takes as long as a whole check. */
export function formatNumber(value: number): string {
  const [whole = "", fraction] = String(value).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const units = ["bytes", "kB", "MB", "GB", "TB"];

/** Bytes in decimal units (1 MB is 1,000,000 bytes), two digits below ten: "24 MB", "1.2 MB", "812 kB". */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return "1 byte";
  let value = bytes;
  let unit = 0;
  while (roundToTwoDigits(value) >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : roundToTwoDigits(value)} ${units[unit] ?? ""}`;
}

function roundToTwoDigits(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** "a", "a and b", "a, b and c". */
export function joinWords(words: readonly string[], conjunction = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${conjunction} ${words.at(-1) ?? ""}`;
}
