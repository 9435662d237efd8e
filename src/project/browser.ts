/** Whether a workspace's code is built for browsers. In doubt it is: a Node built-in must not reach it. */
import { posix } from "node:path";
import { isRecord, type RawManifest } from "./manifest.ts";
import type { TsConfig } from "./tsconfig.ts";

const bundlerConfigs: readonly RegExp[] = [
  /^(?:webpack|vite|rollup|esbuild|rspack|rsbuild|rolldown|farm|snowpack|parcel|next|nuxt|svelte|astro|remix|vue|quasar|metro|craco|brunch)\.config\.[cm]?[jt]s$/,
  /^(?:webpack|rollup)[.-].+\.[cm]?[jt]s$|^(?:gatsby-config|brunch-config|ember-cli-build)\.[cm]?[jt]s$|^\.parcelrc$|^angular\.json$/,
];
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
  manifest: RawManifest,
  tsconfigs: readonly TsConfig[],
  names: readonly string[],
): string | undefined {
  const { json, path, directory } = manifest;
  if (json.browser !== undefined && json.browser !== false) return `"browser" in ${path}`;
  if (hasBrowserCondition(json.exports) || hasBrowserCondition(json.imports)) return `a "browser" condition in ${path}`;
  for (const key of ["unpkg", "jsdelivr", "jspm"]) if (typeof json[key] === "string") return `"${key}" in ${path}`;

  const inDirectory = names.filter((name) => posix.dirname(name) === (directory === "" ? "." : directory));
  const config = inDirectory
    .map((name) => posix.basename(name))
    .find((name) => bundlerConfigs.some((pattern) => pattern.test(name)));
  if (config !== undefined) return posix.join(directory, config);
  const framework = manifest.dependencies.find(({ name, kind }) => frameworks.includes(name) && kind !== "dev");
  if (framework !== undefined) return `${framework.name} in ${path}`;
  for (const [name, script] of Object.entries(manifest.scripts)) {
    const match = bundlers.exec(script);
    if (match === null || /--platform[= ]node|--target[= ]node/.test(match[2] ?? "")) continue;
    return `${match[1]} in the script "${name}" of ${path}`;
  }
  const hasNodeTypes = manifest.dependencies.some(({ name }) => name === "@types/node");
  const dom = tsconfigs.find(
    ({ lib, types }) => lib?.includes("dom") === true && !(types?.includes("node") ?? hasNodeTypes),
  );
  return dom === undefined ? undefined : `lib "dom" without the types of Node in ${dom.path}`;
}

function hasBrowserCondition(value: unknown): boolean {
  const waiting = [value];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (Array.isArray(at)) waiting.push(...at);
    if (!isRecord(at)) continue;
    if (Object.hasOwn(at, "browser")) return true;
    waiting.push(...Object.values(at));
  }
  return false;
}
