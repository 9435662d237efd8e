import type { TextFile } from "../../project/project.ts";
import type { UsageForm } from "../usage.ts";
import type { Collector, Place } from "./collector.ts";
import { wordNeeds } from "./commands.ts";
import { LISTS_PRESETS } from "./conventions/release.ts";
import { conventionsOfFile, conventionsOfProgram, conventionsOfText } from "./conventions/index.ts";
import { jsonTokens } from "./json.ts";
import { findBrowserslist } from "./manifests.ts";
import { isOwnReport } from "./own-reports.ts";
import { programTokens } from "./program.ts";
import { packagesIn } from "./specifier.ts";
import { plainText, splitText, type Token } from "./token.ts";
import { yamlTokens } from "./yaml.ts";

/** They list packages to update, spell or ship elsewhere; nothing in them needs one here. */
const LISTS =
  /(?:^|\/)(?:bower\.json|component\.json|composer\.json|dependabot\.ya?ml|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|deno\.lock|CODEOWNERS|\.all-contributorsrc|\.mailmap)$/;
const PROSE_KEYS = /(?:^|\.)(?:name|description|title|summary|id|uses|branches|labels?)$/;
const COMMAND_FILES =
  /(?:^|\/)(?:Makefile|GNUmakefile|makefile|Procfile|justfile|Justfile|Jenkinsfile|Taskfile)[^/]*$|\.(?:mk|bat|cmd|ps1)$/;

/** A file that is no program: read in its own language, and word by word where that is not known. */
export function findInText(file: TextFile, place: Place, collector: Collector): void {
  if (LISTS.test(file.path)) return;
  const text = place.text.charCodeAt(0) === 0xfeff ? ` ${place.text.slice(1)}` : place.text;
  switch (file.kind) {
    case "shell":
    case "hook":
      collector.shell(place, plainText(text), "shell");
      return;
    case "dockerfile":
      findInDockerfile(place, text, collector);
      return;
    case "html":
      findQuoted(place, text, collector, /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g);
      findQuoted(place, text, collector, /((?:[\w.@/-]*\/)?node_modules\/[\w.@/~-]+)/g);
      findQuoted(place, importMaps(text), collector, /["']([^"'\n]+)["']/g);
      return;
    case "workflow":
      for (const token of yamlTokens(text)) {
        if (!token.isKey && !PROSE_KEYS.test(token.path.at(-1) ?? "")) collector.token(place, token, [], "workflow");
      }
      return;
    case "config":
    case "other":
      if (isOwnReport(file.path, text)) return;
      findInConfig(file.path, place, text, collector);
  }
}

/**
 * What a package manager is told about packages needs none of them: catalogs, overrides, builds that are allowed. A package
 * that is patched is another one than the registry's, and an override "$name" refers to a dependency.
 */
function isSettingOfManager(path: string, { path: [section], value }: Token): boolean {
  if (isManagers(path)) return section !== "patchedDependencies" && !value.startsWith("$");
  return /(?:^|\/)\.yarnrc\.yml$/.test(path) && /^(?:catalogs?|packageExtensions)$/.test(section ?? "");
}

function isManagers(path: string): boolean {
  return /(?:^|\/)pnpm-workspace\.yaml$/.test(path);
}

/** A configuration in a language of its own, by the conventions of its tool. */
export function findInConfig(path: string, place: Place, text: string, collector: Collector): void {
  const named = conventionsOfFile(path);
  const isProgram = /\.[cm]?[jt]sx?$/.test(path);
  const conventions = isProgram ? conventionsOfProgram() : named.length > 0 ? named : conventionsOfText(path, text);
  const listed = LISTS_PRESETS.find(({ files }) => files.test(path));
  const tokens = tokensOf(path, text).filter(
    (token) => !isSettingOfManager(path, token) && (listed === undefined || listed.under.test(token.path.join("."))),
  );
  for (const token of tokens) {
    if (isManagers(path) && token.value.startsWith("$")) collector.add(place, token, [token.value.slice(1)], "config");
    else collector.token(place, token, conventions, "config");
  }
  if (/(?:^|\/)\.browserslistrc$/.test(path)) {
    for (const line of splitText(plainText(text), /\r?\n/)) {
      findBrowserslist(place, { ...line, path: [], isKey: false }, collector);
    }
  }
  if (path.endsWith("mocha.opts")) collector.shell(place, plainText(text.replace(/\n/g, " ")), "config");
  if (COMMAND_FILES.test(path)) collector.shell(place, plainText(text.replace(/^[\t ]*[@-]+/gm, blank)), "shell");
}

function tokensOf(path: string, text: string): Token[] {
  if (/\.(?:json5?|jsonc|webmanifest|code-workspace)$/.test(path)) return jsonTokens(text);
  if (/\.ya?ml$/.test(path)) return yamlTokens(text);
  if (/\.[cm]?[jt]sx?$/.test(path)) return programTokens(path, text);
  if (
    /\.(?:css|scss|sass|less|styl|pcss|vue|svelte|astro|mdx|pug|jade|ejs|hbs|coffee|graphql|gql|prisma)$/.test(path)
  ) {
    return quotedTokens(text);
  }
  if (/(?:^|\/)\.[\w-]+rc$/.test(path)) return /^\s*[{["]/.test(text) ? jsonTokens(text) : yamlTokens(text);
  // A variant of such a file has a name of anyone's making: ".lib.babelrc", ".babelrc-test".
  if (/^\s*\{\s*(?:["}]|\/[/*])/.test(text)) return jsonTokens(text);
  return [...quotedTokens(text), ...wordTokens(text)];
}

function quotedTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/(["'`])([^"'`\n]{1,214})\1|url\(\s*([^"')\s]{1,214})\s*\)/g)) {
    const value = match[2] ?? match[3] ?? "";
    const start = match.index + match[0].indexOf(value);
    if (/\s/.test(value) && !/^(?:npx|node|bunx|yarn|pnpm)\s/.test(value)) continue;
    tokens.push({ ...plainText(text, start, start + value.length), path: [], isKey: false });
  }
  return tokens;
}

function wordTokens(text: string): Token[] {
  const uncommented = text.replace(/^[\t ]*[#;].*$/gm, (line) => " ".repeat(line.length));
  return splitText(plainText(uncommented), /[\s"'`=,;:()[\]{}<>]+/).map((word) => ({
    ...word,
    path: [],
    isKey: false,
  }));
}

function findInDockerfile(place: Place, text: string, collector: Collector): void {
  const form: UsageForm = "dockerfile";
  const instruction =
    /^[\t ]*(?:ONBUILD\s+)?(?:HEALTHCHECK\s[^\n]*?)?(RUN|CMD|ENTRYPOINT|COPY|ADD)\s+((?:\\\r?\n|[^\n])*)/gim;
  for (const match of text.matchAll(instruction)) {
    const start = match.index + match[0].length - match[2]!.length;
    const body = plainText(text, start, start + match[2]!.length);
    if (/^(?:COPY|ADD)$/i.test(match[1]!)) {
      for (const word of splitText(body, /\s+/)) {
        if (word.value.includes("node_modules/")) collector.add(place, word, packagesIn(word.value), form);
      }
    } else if (body.value.startsWith("[")) {
      const words = jsonTokens(body.value).map((token) => ({
        value: token.value,
        offsets: token.offsets.map((offset) => offset + start),
      }));
      collector.needs(place, wordNeeds(words), form);
    } else {
      collector.shell(place, body, form);
    }
  }
}

function findQuoted(place: Place, text: string, collector: Collector, pattern: RegExp): void {
  for (const match of text.matchAll(pattern)) {
    const start = match.index + match[0].lastIndexOf(match[1]!);
    const found = plainText(text, start, start + match[1]!.length);
    collector.add(place, found, packagesIn(found.value), "config");
  }
}

/** Everything but the import maps blanked out, so that places stay. */
function importMaps(text: string): string {
  const kept: [number, number][] = [];
  for (const match of text.matchAll(/<script[^>]*importmap[^>]*>([\s\S]*?)<\/script>/gi)) {
    kept.push([match.index, match.index + match[0].length]);
  }
  if (kept.length === 0) return "";
  let from = 0;
  let out = "";
  for (const [start, end] of kept) {
    out += blank(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return out;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}
