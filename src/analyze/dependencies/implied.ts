import type { Disk } from "../../project/project.ts";
import { entryKey, reachable } from "../../project/dominators.ts";
import { quoteForPattern } from "../usages/read.ts";
import type { Context } from "./context.ts";

/** Compilers that a bundler or a framework loads when it meets a file of their language. */
const LANGUAGES: Readonly<Record<string, RegExp>> = {
  "@vue/compiler-sfc": /\.vue$/,
  "coffee-script": /\.coffee$/,
  coffeescript: /\.coffee$/,
  ejs: /\.ejs$/,
  handlebars: /\.(?:hbs|handlebars)$/,
  hbs: /\.hbs$/,
  less: /\.less$/,
  "node-sass": /\.s[ac]ss$/,
  nunjucks: /\.(?:njk|nunjucks)$/,
  pug: /\.pug$/,
  jade: /\.jade$/,
  sass: /\.s[ac]ss$/,
  "sass-embedded": /\.s[ac]ss$/,
  stylus: /\.styl(?:us)?$/,
  svelte: /\.svelte$/,
  vue: /\.vue$/,
  "vue-template-compiler": /\.vue$/,
};
/** What a component says of the languages of its parts. */
const PARTS = /\.(?:vue|svelte|astro)$/;
const LANGUAGES_OF_PARTS: Readonly<Record<string, RegExp>> = {
  "coffee-script": /lang=["']coffee(?:script)?["']/,
  coffeescript: /lang=["']coffee(?:script)?["']/,
  less: /lang=["']less["']/,
  "node-sass": /lang=["']s[ac]ss["']/,
  postcss: /lang=["']postcss["']/,
  pug: /lang=["'](?:pug|jade)["']/,
  sass: /lang=["']s[ac]ss["']/,
  "sass-embedded": /lang=["']s[ac]ss["']/,
  stylus: /lang=["']styl(?:us)?["']/,
  typescript: /lang=["']tsx?["']/,
};
const SKIPPED = /^(?:node_modules|bower_components|dist|build|coverage|\..*)$/;
const MOST_ENTRIES = 50_000;

/** Functions that take the short name of a package, by what stands before it in the whole name. */
const LOADERS: readonly (readonly [prefix: RegExp, loader: RegExp])[] = [
  [/^(?:@[^/]+\/)?eslint-formatter-/, /\bloadFormatter\b/],
  [/^(?:@[^/]+\/)?stylelint-formatter-/, /\bformatter\b/],
];

/** A file whose language needs the package, or that has a tool load it by a short name, though nothing names it. */
export function impliedBy(context: Context, name: string, workspace: string): string | undefined {
  const { project } = context;
  const shortened = shortNameIn(context, name);
  if (shortened !== undefined) return `${shortened} may load it by its short name`;
  const files = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name]! : undefined;
  const found = files === undefined ? undefined : findFile(project.disk, workspace, files);
  if (found !== undefined) return `${found} is written in its language`;
  const part = Object.hasOwn(LANGUAGES_OF_PARTS, name) ? LANGUAGES_OF_PARTS[name]! : undefined;
  if (part === undefined) return undefined;
  const component = project.texts.find(({ path }) => {
    const file = PARTS.test(path) ? project.disk.read(path) : undefined;
    return file !== undefined && "text" in file && part.test(file.text);
  });
  if (component !== undefined) return `a part of ${component.path} is written in its language`;
  const source = project.sources.find(({ path }) => {
    const file = project.disk.read(path);
    return "text" in file && file.text.includes("lang=") && part.test(file.text);
  });
  return source === undefined ? undefined : `${source.path} has a component with a part in its language`;
}

function shortNameIn({ project }: Context, name: string): string | undefined {
  const found = LOADERS.find(([prefix]) => prefix.test(name));
  if (found === undefined) return undefined;
  const [prefix, loader] = found;
  const quoted = new RegExp(`["'\`]${quoteForPattern(name.replace(prefix, ""))}["'\`]`);
  return project.sources.find(({ path }) => {
    const file = project.disk.read(path);
    return "text" in file && loader.test(file.text) && quoted.test(file.text);
  })?.path;
}

function findFile(disk: Disk, from: string, pattern: RegExp): string | undefined {
  const waiting = [from];
  let entries = 0;
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    for (const name of disk.list(directory === "" ? "." : directory)) {
      const path = directory === "" ? name : `${directory}/${name}`;
      if (pattern.test(name)) return path;
      entries += 1;
      if (entries > MOST_ENTRIES) return undefined;
      if (!SKIPPED.test(name) && !/\.\w+$/.test(name) && disk.isDirectory(path)) waiting.push(path);
    }
  }
  return undefined;
}

/** A package of the tree that uses it when it is there, without asking for it, and stays when the `leaving` entries go. */
export function optionalAsker(
  { project }: Context,
  name: string,
  workspace: string,
  leaving: ReadonlySet<string>,
): string | undefined {
  if (!project.graph.known) return undefined;
  const { graph } = project.graph;
  const importer = graph.importers.get(workspace);
  const target = (graph.edges.get(importer ?? "") ?? []).find((edge) => edge.name === name)?.to;
  if (importer === undefined || target === undefined) return undefined;
  const askers = [...graph.edges].flatMap(([from, edges]) => {
    const asks = edges.some((edge) => edge.to === target && edge.optionalPeer === true);
    return asks && graph.nodes.get(from)?.importer === false ? [from] : [];
  });
  if (askers.length === 0) return undefined;
  const staying = reachable(graph, (other, from) => leaving.has(entryKey(from, other)));
  const asker = askers.find((id) => staying.has(id));
  return asker === undefined ? undefined : `${graph.nodes.get(asker)!.name} uses it when it is installed`;
}
