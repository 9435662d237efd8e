/** Settings of package managers, as their files in the root say them: names and values by line, nothing expanded. */
import { yamlTokens } from "../analyze/tools/yaml.ts";
import { lineAndColumn } from "../project/lines.ts";
import type { Disk } from "../project/project.ts";

export interface Setting {
  /** The file: ".npmrc". */
  readonly path: string;
  readonly line: number;
  /** As the file writes it; keys of keys are joined by dots ("install.minimumReleaseAge"). */
  readonly name: string;
  readonly value: string;
}

/** All settings, in the order of the files and their lines. A list gives one setting for each of its items. */
export function readManagerSettings(disk: Disk): readonly Setting[] {
  return [
    ...linesOf(disk, ".npmrc", /^[ \t]*(?![#;])([^=\n]+?)(?:[ \t]*=[ \t]*(.*?))?[ \t]*$/),
    ...linesOf(disk, ".yarnrc", /^[ \t]*(?!#)"?([^\s"]+)"?[ \t]+"?(.*?)"?[ \t]*$/),
    ...fromYaml(disk, ".yarnrc.yml"),
    ...fromYaml(disk, "pnpm-workspace.yaml"),
    ...fromToml(disk, "bunfig.toml"),
  ];
}

/** The last setting of any of those names, which is the one that counts. */
export function lastSetting(settings: readonly Setting[], path: string, ...names: string[]): Setting | undefined {
  return settings.findLast((setting) => setting.path === path && names.includes(setting.name));
}

function linesOf(disk: Disk, path: string, form: RegExp): Setting[] {
  return textLines(disk, path).flatMap((text, index) => {
    const match = form.exec(text);
    if (match === null || text.trim() === "") return [];
    return [{ path, line: index + 1, name: match[1]!, value: unquoted(match[2] ?? "true") }];
  });
}

function fromToml(disk: Disk, path: string): Setting[] {
  let table = "";
  return textLines(disk, path).flatMap((text, index) => {
    const heading = /^\s*\[([\w."-]+)\]/.exec(text);
    if (heading !== null) table = `${heading[1]!}.`;
    const match = /^\s*([\w.-]+)\s*=\s*([^#]*?)\s*(?:#.*)?$/.exec(text);
    return match === null ? [] : [{ path, line: index + 1, name: table + match[1]!, value: unquoted(match[2]!) }];
  });
}

function fromYaml(disk: Disk, path: string): Setting[] {
  const text = textOf(disk, path);
  return yamlTokens(text)
    .filter((token) => !token.isKey)
    .map((token) => ({
      path,
      line: lineAndColumn(text, token.offsets[0] ?? 0).line,
      name: token.path.join("."),
      value: token.value,
    }));
}

function textLines(disk: Disk, path: string): string[] {
  return textOf(disk, path).split(/\r?\n/);
}

function textOf(disk: Disk, path: string): string {
  const file = disk.exists(path) ? disk.read(path) : { unreadable: "" };
  return "text" in file ? file.text.replace(/^\uFEFF/, "") : "";
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}
