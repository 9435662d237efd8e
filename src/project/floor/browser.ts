/** Whether a workspace's code is built for browsers. In doubt it is: a Node built-in must not reach it. */
import { posix } from "node:path";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Disk } from "../project.ts";
import type { TsConfig } from "../tsconfig.ts";

const bundlerConfigs: readonly RegExp[] = [
  /^(?:webpack|vite|rollup|esbuild|rspack|rsbuild|rolldown|farm|snowpack|parcel|next|nuxt|svelte|astro|remix|vue|quasar|metro|craco|brunch)\.config\.[cm]?[jt]s$/,
  /^(?:webpack|rollup)[.-].+\.[cm]?[jt]s$|^(?:gatsby-config|brunch-config|ember-cli-build)\.[cm]?[jt]s$|^\.parcelrc$|^angular\.json$/,
  /^(?:react-router|solid|app|vinxi|umi|docusaurus|vuepress|stencil|wmr|bili|tsdx|electron\.vite|wxt|qwik)\.config\.[cm]?[jt]s$/,
  /^wrangler\.(?:toml|jsonc?)$|^(?:\.umirc|\.fatherrc)\.[jt]s$/,
];
/** Folders that only a framework makes, and files that only a browser reads. */
const frameworkFiles: readonly RegExp[] = [
  /^(?:src\/)?(?:app|pages)\/(?:.*\/)?(?:layout|page|_app|_document)\.[jt]sx$/,
  /^src\/(?:app\.html|routes\/(?:.*\/)?\+(?:page|layout)\.(?:svelte|[jt]s))$/,
  /^app\/(?:root|entry\.client)\.[jt]sx$/,
  /^(?!.*(?:^|\/)(?:node_modules|fixtures?|__fixtures__|__tests__|tests?|specs?|docs)\/).*\.(?:vue|svelte|astro)$/,
];
const conditions = ["browser", "react-native", "worker", "workerd", "edge-light"];
const frameworks = [
  ...[
    "next",
    "nuxt",
    "gatsby",
    "astro",
    "react-scripts",
    "react-dom",
    "preact",
    "vue",
    "svelte",
    "@sveltejs/kit",
    "solid-js",
  ],
  ...["@angular/core", "@remix-run/react", "@docusaurus/core", "ember-source", "lit", "jquery", "expo", "react-native"],
];
const bundlers =
  /(?:^|&&|\|\||;|\bnpx )\s*(?:cross-env (?:\S+=\S+ )*)?(browserify|watchify|webpack|vite (?:build|dev)|parcel|rollup|react-scripts|ng build|ng serve|microbundle|wmr|esbuild)(?=\s|$)([^&|;]*)/;

/** Why the workspace is taken to be browser code; undefined when nothing says so. `names` are the project's paths. */
export function browserEvidence(
  disk: Disk,
  manifest: RawManifest,
  root: RawManifest,
  tsconfigs: readonly TsConfig[],
  names: readonly string[],
): string | undefined {
  const { json, path, directory } = manifest;
  if (json.browser !== undefined && json.browser !== false) return `"browser" in ${path}`;
  const condition = findCondition(json.exports) ?? findCondition(json.imports);
  if (condition !== undefined) return `a "${condition}" condition in ${path}`;
  for (const key of ["unpkg", "jsdelivr", "jspm", "react-native"])
    if (typeof json[key] === "string") return `"${key}" in ${path}`;

  const inDirectory = names.filter((name) => posix.dirname(name) === (directory === "" ? "." : directory));
  const config = inDirectory
    .map((name) => posix.basename(name))
    .find((name) => bundlerConfigs.some((pattern) => pattern.test(name)) && !isForTests(name, [manifest, root]));
  if (config !== undefined) return posix.join(directory, config);
  const framework = manifest.dependencies.find(({ name, kind }) => frameworks.includes(name) && kind !== "dev");
  if (framework !== undefined) return `${framework.name} in ${path}`;
  for (const [name, script] of Object.entries(manifest.scripts)) {
    const match = bundlers.exec(script);
    if (match === null || /--platform[= ]node|--target[= ]node/.test(match[2] ?? "")) continue;
    return `${match[1]} in the script "${name}" of ${path}`;
  }
  const within = names
    .filter((name) => directory === "" || name.startsWith(`${directory}/`))
    .map((name) => name.slice(directory === "" ? 0 : directory.length + 1));
  const made = within.find((name) => frameworkFiles.some((pattern) => pattern.test(name)));
  if (made !== undefined) return posix.join(directory, made);
  return findPage(disk, directory, within) ?? findDom(disk, [manifest, root], tsconfigs);
}

/** True for a configuration of Vite that only Vitest reads: nothing here asks for Vite itself. */
function isForTests(name: string, manifests: readonly RawManifest[]): boolean {
  const lists = (wanted: string): boolean =>
    manifests.some(({ dependencies }) => dependencies.some((dependency) => dependency.name === wanted));
  const isRun = manifests.some(({ scripts }) => Object.values(scripts).some((script) => /\bvite\b/.test(script)));
  return name.startsWith("vite.config.") && lists("vitest") && !lists("vite") && !isRun;
}

/** A page of the workspace that loads one of its sources, and the manifest of a browser's extension. */
function findPage(disk: Disk, directory: string, within: readonly string[]): string | undefined {
  const known = new Set(within);
  for (const name of ["index.html", "public/index.html", "src/index.html", "manifest.json"]) {
    const path = posix.join(directory, name);
    const file = known.has(name) ? disk.read(path) : undefined;
    if (file === undefined || "unreadable" in file) continue;
    if (name === "manifest.json" && /"manifest_version"\s*:/.test(file.text)) return path;
    for (const [, source = ""] of file.text.matchAll(/<script\b[^>]*\bsrc\s*=\s*["']?([^"'\s>]+)/gi)) {
      const script = source.startsWith("/") ? source.slice(1) : posix.join(posix.dirname(name), source);
      // What stands in public/ is handed out as it is: it says nothing of the code around it.
      if (known.has(script) && !script.startsWith("public/")) return path;
    }
  }
  return undefined;
}

/** The types of a page without those of Node. The compiler's default, too, is the types of a page. */
function findDom(disk: Disk, manifests: readonly RawManifest[], tsconfigs: readonly TsConfig[]): string | undefined {
  const isInstalled = manifests.some(({ directory }) => disk.exists(posix.join(directory, "node_modules/@types/node")));
  const isListed = manifests.some(({ dependencies }) =>
    dependencies.some(({ name }) => /^@types\/(?:node|bun)$|^bun-types$/.test(name)),
  );
  const isForNode = manifests.some(
    ({ json }) => json.bin !== undefined || (isRecord(json.engines) && "node" in json.engines),
  );
  for (const { path, lib, types } of tsconfigs) {
    if (types?.some((name) => /^(?:node|bun|bun-types)$/.test(name)) === true) continue;
    if (lib?.includes("dom") === true && (types !== undefined || !isListed))
      return `lib "dom" without the types of Node in ${path}`;
    const isPlain = lib === undefined && !posix.basename(path).startsWith("jsconfig");
    if (isPlain && !isListed && !isInstalled && !isForNode)
      return `the types of a page, without those of Node, in ${path}`;
  }
  return undefined;
}

function findCondition(value: unknown): string | undefined {
  const waiting = [value];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (Array.isArray(at)) waiting.push(...at);
    if (!isRecord(at)) continue;
    const names = new Set(Object.keys(at));
    const found = conditions.find((name) => names.has(name));
    if (found !== undefined) return found;
    waiting.push(...Object.values(at));
  }
  return undefined;
}
