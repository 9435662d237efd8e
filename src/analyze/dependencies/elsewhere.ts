/** Files that are neither sources nor configurations of known tools, and may need a package all the same. */
import { posix } from "node:path";
import type { DataFile } from "../../project/project.ts";
import { commandsOf } from "../tools/bins.ts";
import type { Context } from "./context.ts";
import { quoteForPattern } from "../usages/read.ts";

/** Beyond this it is data. */
const LIMIT = 1_000_000;
const RUNNERS = "(?:npx|bunx|pnpx|yarn|pnpm|bun|exec|dlx|--no|--yes|-r|--require|--import|--loader|&&|[;|=])";

/** Why a package may be needed though no source and no known configuration names it. */
export function namedElsewhere(context: Context, name: string, workspace: string): string | undefined {
  return configuredBy(context, name, workspace) ?? writtenIn(context, name, workspace);
}

/** A configuration that bears the package's name, or a field of the manifest that does. */
function configuredBy({ project }: Context, name: string, workspace: string): string | undefined {
  const names = toolNames(name).map(quoteForPattern).join("|");
  const files = new RegExp(
    `^(?:\\.?(?:${names})[.-]?(?:config|conf|rc|file|workspace|setup)(?:\\.[\\w-]+)*|\\.(?:${names})(?:\\.\\w+)?)$`,
    "i",
  );
  const plain = new RegExp(`^(?:${names})\\.(?:json[c5]?|ya?ml|toml)$`, "i");
  const isConfig = (path: string) => {
    const base = posix.basename(path);
    const folder = posix.dirname(path);
    const isNear =
      folder === "." || folder === workspace || /^(?:config|configs|\.config)$/.test(posix.basename(folder));
    return files.test(base) || (isNear && plain.test(base));
  };
  const all = [...project.texts, ...project.sources, ...(project.data ?? [])];
  const file = all.find(({ path, workspace: of }) => (of === workspace || of === "") && isConfig(path));
  return file === undefined ? undefined : `${file.path} looks like its configuration`;
}

/** "@scope/cli" is known by its scope, "tool-cli" by the tool. */
function toolNames(name: string): string[] {
  const [scope, bare] = name.startsWith("@") ? name.slice(1).split("/") : [undefined, name];
  const own = [bare!, bare!.replace(/[-_.](?:cli|core)$/, ""), bare!.replace(/\.?js$/, "")];
  const names = scope !== undefined && /^(?:cli|core|main|dev|\w+-cli)$/.test(bare!) ? [...own, scope] : own;
  return [...new Set(names)].filter((one) => one.length > 1 && !/^(?:cli|core|main|dev|config)$/.test(one));
}

function writtenIn(context: Context, name: string, workspace: string): string | undefined {
  const { project, holders } = context;
  const isHere = (other: string) => other === workspace || holders.get(name)?.has(other) !== true;
  const commands = commandsOf(project.disk, name, workspace);
  for (const file of project.data ?? []) {
    if (!isHere(file.workspace)) continue;
    const read = project.disk.read(file.path);
    if (!("text" in read) || read.text.length > LIMIT) continue;
    if (![name, ...commands].some((word) => read.text.includes(word))) continue;
    const text = file.path.endsWith(".md") ? scriptsOf(read.text) : read.text;
    const at = text.search(patternOf(file, name, commands));
    if (at >= 0) return `${file.path}:${text.slice(0, at).split("\n").length} names it`;
  }
  return undefined;
}

/** The name as a text of its own, as an item, in a path or behind what runs it; a key only where settings are kept. */
function patternOf({ path, workspace }: DataFile, name: string, commands: readonly string[]): RegExp {
  const folder = posix.dirname(path);
  const isSettings = folder === "." || folder === workspace || /(?:^|\/)\.[\w-]+/.test(folder);
  const own = quoteForPattern(name);
  const run = [own, ...commands.map(quoteForPattern)].join("|");
  const forms = [
    `["'\`]${own}(?:/[^"'\`\\n]*)?["'\`]${isSettings ? "" : "(?!\\s*:)"}`,
    `node_modules[/\\\\](?:\\.bin[/\\\\](?:${run})|${own})(?![\\w-])`,
    `${RUNNERS}\\s*(?:${run})(?![\\w-])`,
    `^\\s*-\\s+${own}\\s*$`,
  ];
  return new RegExp(forms.join("|"), "m");
}

/** The scripts in a page of Markdown, at their places; the rest is prose. */
function scriptsOf(text: string): string {
  let out = "";
  let from = 0;
  for (const match of text.matchAll(/^<script[\s\S]*?<\/script>/gm)) {
    out += text.slice(from, match.index).replace(/[^\n]/g, " ") + match[0];
    from = match.index + match[0].length;
  }
  return out;
}
