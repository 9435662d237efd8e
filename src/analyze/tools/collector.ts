import type { Project } from "../../project/project.ts";
import type { Usage, UsageForm } from "../usage.ts";
import { commandsOf } from "./bins.ts";
import { commandName, commandNeeds, type Need } from "./commands.ts";
import { conventionsOfCommand, namedBy } from "./conventions/index.ts";
import type { Convention } from "./conventions/convention.ts";
import { binOfPath, packagesIn } from "./specifier.ts";
import { splitText, type Text, type Token } from "./token.ts";

/** Names with commas between them, which some tools take in one string. */
const listed = /^[\w@./-]+(?:\s*,\s*[\w@./-]+)+$/;

/** The file usages are being found in. */
export interface Place {
  readonly path: string;
  readonly workspace: string;
  readonly text: string;
}

/** Gathers usages of the asked packages, each place of a package once. */
export interface Collector {
  readonly names: ReadonlySet<string>;
  add(place: Place, found: Text, packages: Iterable<string>, form: UsageForm, specifier?: string): void;
  /** A shell text: its commands, their modules, the values of their flags. */
  shell(place: Place, text: Text, form: UsageForm): void;
  needs(place: Place, needs: readonly Need[], form: UsageForm): void;
  /** A string of a configuration: the package it spells, what the conventions make of it, or a command line. */
  token(place: Place, token: Token, conventions: readonly Convention[], form: UsageForm): void;
  readonly usages: readonly Usage[];
}

/** Makes a collector that knows which commands the asked packages bring. */
export function makeCollector(project: Project, names: ReadonlySet<string>): Collector {
  const bins = binTable(project, names);
  const found = new Map<string, Usage>();
  const lines = new Map<string, readonly number[]>();

  const add: Collector["add"] = (place, text, packages, form, specifier) => {
    for (const name of packages) {
      if (!names.has(name)) continue;
      const start = text.offsets[0] ?? 0;
      const key = JSON.stringify([name, place.path, start, specifier]);
      if (found.has(key)) continue;
      let starts = lines.get(place.path);
      if (starts === undefined) lines.set(place.path, (starts = lineStarts(place.text)));
      found.set(key, {
        package: name,
        specifier: specifier ?? text.value,
        file: place.path,
        workspace: place.workspace,
        ...lineOf(place.text, starts, start),
        start,
        end: text.offsets.at(-1) ?? start,
        form,
        export: undefined,
      });
    }
  };

  const needs: Collector["needs"] = (place, list, form) => {
    for (const need of list) {
      const value = need.text.value;
      if (need.kind === "command") {
        add(place, need.text, bins.get(commandName(value)) ?? [], form);
      } else if (need.kind === "module") {
        add(place, need.text, packagesIn(value), form);
        add(place, need.text, bins.get(binOfPath(value) ?? "") ?? [], form);
      } else {
        const token = { value, path: [need.flag], isKey: false };
        add(place, need.text, namedBy(conventionsOfCommand(need.tool), token), form);
      }
    }
  };

  const shell: Collector["shell"] = (place, text, form) => needs(place, commandNeeds(text), form);

  const token: Collector["token"] = (place, text, conventions, form) => {
    for (const part of listed.test(text.value) ? [text, ...splitText(text, /\s*,\s*/)] : [text]) {
      add(place, part, packagesIn(part.value), form);
      add(place, part, namedBy(conventions, { ...text, value: part.value }), form);
    }
    if (!text.isKey && text.value.length < 20_000) shell(place, text, form);
  };

  return {
    names,
    add,
    needs,
    shell,
    token,
    get usages() {
      return [...found.values()];
    },
  };
}

function binTable(project: Project, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const manifest of project.manifests) {
    for (const { name } of manifest.dependencies) {
      if (!names.has(name) || seen.has(`${manifest.directory}\0${name}`)) continue;
      seen.add(`${manifest.directory}\0${name}`);
      for (const command of commandsOf(project.disk, name, manifest.directory)) {
        const owners = table.get(command);
        if (owners === undefined) table.set(command, [name]);
        else if (!owners.includes(name)) owners.push(name);
      }
    }
  }
  return table;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(
  text: string,
  starts: readonly number[],
  offset: number,
): { line: number; column: number; excerpt: string } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  const start = starts[low]!;
  const end = text.indexOf("\n", start);
  const line = text
    .slice(start, end < 0 ? text.length : end)
    .replace(/^\uFEFF/, "")
    .trim();
  return { line: low + 1, column: offset - start + 1, excerpt: line.length > 200 ? `${line.slice(0, 199)}…` : line };
}
