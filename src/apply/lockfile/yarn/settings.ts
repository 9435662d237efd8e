/** Takes out of a .yarnrc.yml what nothing uses any more. */
import { settingLines, type SettingLine } from "../../../project/lock/yarn/settings.ts";
import { parseDescriptor } from "../../../project/lock/yarn/descriptor.ts";
import { stringEntries, type RawManifest } from "../../../project/manifest.ts";
import { dependencySections } from "../../../project/manifest.ts";
import { applyEdits } from "../../json-edits.ts";

/**
 * The text without the catalog entries of packages in `gone` that no manifest asks for, and without the extensions of
 * packages in `gone`; a section left empty goes. `manifests` are those after the removal, `gone` the names that nothing
 * in the lockfile has any more.
 */
export function removeFromSettings(text: string, manifests: readonly RawManifest[], gone: ReadonlySet<string>): string {
  const asked = new Set(manifests.flatMap((manifest) => askedOfCatalogs(manifest)));
  const lines = settingLines(text);
  const isEntry = (line: SettingLine) => {
    const [section, second = "", third = ""] = line.path;
    const { length } = line.path;
    if (section === "catalog") return length === 2 && gone.has(second) && !asked.has(`catalog: ${second}`);
    if (section === "catalogs") return length === 3 && gone.has(third) && !asked.has(`catalog:${second} ${third}`);
    return section === "packageExtensions" && length === 2 && gone.has(parseDescriptor(second)?.name ?? "");
  };
  const goes = new Set(lines.filter(isEntry));
  for (const line of lines.toReversed()) {
    const within = lines.filter(({ path }) => path.length === line.path.length + 1 && startsWith(path, line.path));
    if (within.length > 0 && within.some((one) => goes.has(one)) && within.every((one) => goes.has(one)))
      goes.add(line);
  }
  const outermost = [...goes].filter((line) => ![...goes].some((o) => o !== line && startsWith(line.path, o.path)));
  return applyEdits(
    text,
    outermost.map(({ start, end }) => ({ start, end: end + blankAfter(text, start, end), text: "" })),
  );
}

/** "catalog:ui react" for `"react": "catalog:ui"`. */
function askedOfCatalogs({ json }: RawManifest): string[] {
  const sections = [...dependencySections.map(([section]) => section), "resolutions"];
  return sections
    .flatMap((section) => stringEntries(json[section]))
    .flatMap(([name, range]) => (range.startsWith("catalog:") ? [`${range} ${name}`] : []));
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return path.length >= start.length && start.every((step, index) => path[index] === step);
}

/** The blank line behind a section goes with it where one stands before it too. */
function blankAfter(text: string, start: number, end: number): number {
  const isAlone = start === 0 || /\n\r?\n$/.test(text.slice(0, start));
  return isAlone ? (/^\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
}
