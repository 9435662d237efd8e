/** What .yarnrc.yml says that decides what is in a yarn.lock. */
import { isInside } from "../ranges.ts";
import { parseDescriptor } from "./descriptor.ts";

export interface YarnSettings {
  /** Ranges by name, by the catalog's name ("" is the default one). */
  readonly catalogs: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What packages are made to depend on besides, as written in packageExtensions. */
  readonly extensions: readonly PackageExtension[];
  /** How packages are put in place; Plug'n'Play unless it says otherwise. */
  readonly linker: "pnp" | "node-modules" | "pnpm";
}

export interface PackageExtension {
  readonly asker: string;
  readonly versions: string;
  readonly name: string;
  readonly range: string;
}

/** One key of the file. Lists and what stands in braces are not looked into. */
export interface SettingLine {
  readonly path: readonly string[];
  /** Unquoted; "" where a map follows. */
  readonly value: string;
  /** Where its line starts. */
  readonly start: number;
  /** Behind the last line that belongs to it. */
  readonly end: number;
}

const keyLine =
  /^( *)(?:"([^"]*)"|'([^']*)'|([^\s"'#[\]{}&*!|>%@`,-][^#]*?|[^\s"'#[\]{}&*!|>%@`,]+?)) *:(?: +(.*?))?\s*$/;

/** Every key of a map in the file, outermost first. */
export function settingLines(text: string): readonly SettingLine[] {
  const found: { path: string[]; value: string; start: number; end: number; indent: number }[] = [];
  let open: typeof found = [];
  for (let at = 0; at < text.length;) {
    const lineBreak = text.indexOf("\n", at);
    const next = lineBreak === -1 ? text.length : lineBreak + 1;
    const line = text.slice(at, next).trimEnd();
    const indent = line.search(/\S/);
    if (indent !== -1 && line[indent] !== "#") {
      // A list may stand as far left as its key.
      const isItem = /^ *-(?: |$)/.test(line);
      open = open.filter((one) => one.indent < indent || (isItem && one.indent === indent));
      for (const one of open) one.end = next;
      const match = isItem ? null : keyLine.exec(line);
      if (match !== null) {
        const key = match[2] ?? match[3] ?? match[4] ?? "";
        const path = [...(open.at(-1)?.path ?? []), key];
        const one = { path, value: unquote(match[5] ?? ""), start: at, end: next, indent };
        found.push(one);
        open.push(one);
      }
    }
    at = next;
  }
  return found;
}

export function readYarnSettings(text: string): YarnSettings {
  const catalogs = new Map<string, Map<string, string>>();
  const extensions: PackageExtension[] = [];
  let linker: YarnSettings["linker"] = "pnp";
  for (const { path, value } of settingLines(text)) {
    const [first, second = "", third = "", fourth = ""] = path;
    if (first === "catalog" && path.length === 2) addTo(catalogs, "", second, value);
    if (first === "catalogs" && path.length === 3) addTo(catalogs, second, third, value);
    if (first === "nodeLinker" && (value === "node-modules" || value === "pnpm")) linker = value;
    if (first !== "packageExtensions" || third !== "dependencies" || path.length !== 4) continue;
    const asker = parseDescriptor(second);
    if (asker !== undefined) extensions.push({ asker: asker.name, versions: asker.range, name: fourth, range: value });
  }
  return { catalogs, extensions, linker };
}

/** What a package of this name and version is made to depend on. */
export function extensionsOf(settings: YarnSettings, name: string, version: string): readonly PackageExtension[] {
  return settings.extensions.filter(
    (extension) => extension.asker === name && isInside(version, extension.versions, { includePrerelease: true }),
  );
}

function addTo(catalogs: Map<string, Map<string, string>>, catalog: string, name: string, range: string): void {
  catalogs.set(catalog, (catalogs.get(catalog) ?? new Map<string, string>()).set(name, range));
}

function unquote(value: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(value);
  if (quoted !== null) return quoted[1] ?? (quoted[2] ?? "").replaceAll("''", "'");
  return value.replace(/(?:^|\s+)#.*$/, "");
}
