/** Texts as the characters a reader sees. */

/** The characters of a text: with their accents, modifiers and joiners, flags as one. */
export function charactersOf(text: string): string[] {
  const joined = text + "";
  if (!/[\u200d\ud800-\udfff\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff\ufe0e\ufe0f]/.test(joined)) return joined.split("");
  const mark = "[\\u0300-\\u036f\\ufe20-\\ufe2f\\u20d0-\\u20ff]";
  const tone = "\\ud83c[\\udffb-\\udfff]";
  const flag = "(?:\\ud83c[\\udde6-\\uddff]){2}";
  const pair = "[\\ud800-\\udbff][\\udc00-\\udfff]";
  const changed = `[\\ufe0e\\ufe0f]?(?:${mark}|${tone})?`;
  const chain = `(?:\\u200d(?:[^\\ud800-\\udfff]|${flag}|${pair})${changed})*`;
  const one = `(?:[^\\ud800-\\udfff]${mark}?|${mark}|${flag}|${pair}|[\\ud800-\\udfff])`;
  return joined.match(new RegExp(`${tone}(?=${tone})|${one}${changed}${chain}`, "g")) || [];
}
